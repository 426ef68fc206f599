package dev.countersign.cli.command;

import dev.countersign.assess.Checked;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.check.SystemFiles;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.explain.Explainer;
import dev.countersign.cli.explain.Sources;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.catalogue.Catalogues;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: everything about one id. */
@Command(
    name = "explain",
    header = "Explains a threat, an attack, a technique, a control, a finding or an element.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign explain evasion@fraud-gbt      a threat to the system in this folder",
      "  countersign explain evasion                a family of attacks",
      "  countersign explain AML.T0020              a technique of MITRE ATLAS",
      "  countersign explain LLM06:2026             an entry of any bundled catalogue",
      "  countersign explain model-signing          a control and what it stops",
      "  countersign explain overdue-plan           a class of findings",
      "  countersign explain component              what may be stated about a component",
      "  countersign explain planned                what such an answer to a threat holds"
    })
final class ExplainCommand implements Callable<Integer> {
  /** Who asks what an attack is need not hear what is wrong with files that happen to be here. */
  private static final String UNREADABLE =
      "countersign: the systems in this folder cannot be read, so this says nothing about them;"
          + " countersign check tells why.\n";

  private final Console console;

  @Parameters(index = "0", paramLabel = "ID", description = "What to explain.")
  String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PATH",
      description = "Where the system is. Otherwise the current folder; it need not hold one.")
  @Nullable Path path;

  @Mixin JudgingOptions judging = new JudgingOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Sources sources = new Sources(Knowledge.bundled(), Catalogues.bundled(), systems());
    Explainer explainer = new Explainer(sources);
    Optional<String> text = explainer.explain(id, terminal.terminal(console));
    if (text.isEmpty()) {
      throw new Refused(unknown(explainer));
    }
    console.print(text.get());
    return ExitCode.PASS;
  }

  /** The systems at hand: a named path must hold some, the current folder may. */
  private List<Checked> systems() {
    if (path != null) {
      return check(path, unreadable -> ProblemReport.of(unreadable.problems()));
    }
    Path here = Path.of(".");
    try {
      return SystemFiles.anyIn(here) ? check(here, _ -> UNREADABLE) : List.of();
    } catch (Refused refused) {
      console.complain(UNREADABLE);
      return List.of();
    }
  }

  private List<Checked> check(Path where, Function<Outcome.Unreadable, String> complaint) {
    Order order =
        new Order(
            List.of(where),
            judging.policy(),
            judging.trust(),
            Optional.empty(),
            judging.asOf(console));
    return switch (Check.run(order)) {
      case Outcome.Done done -> done.systems();
      case Outcome.Unreadable unreadable -> {
        console.complain(complaint.apply(unreadable));
        yield List.of();
      }
    };
  }

  private String unknown(Explainer explainer) {
    return "nothing here has the id '"
        + id
        + "'."
        + explainer.nearest(id).map(near -> " Did you mean " + near + "?").orElse("")
        + "\n  countersign rules and countersign catalogue list what there is."
        + (id.indexOf('@') > 0
            ? "\n  If it is an id of a system elsewhere: countersign explain " + id + " PATH"
            : "");
  }
}
