package dev.countersign.cli.command;

import dev.countersign.assess.Checked;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.policy.Gate;
import dev.countersign.cli.ask.Interview;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.CacheFolder;
import dev.countersign.cli.console.Colour;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.discover.Drift;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.cli.text.Detail;
import dev.countersign.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: the verdict on one or several systems. */
@Command(
    name = "check",
    header = "Derives the threats, verifies the answers and says pass or fail.",
    description = {
      "Reads every countersign.yaml (or NAME.countersign.yaml) at PATH. Each system is judged by the"
          + " nearest countersign-policy.yaml, looked for from its folder up to the root of its"
          + " repository. With several systems the worst verdict counts."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign check                                what to do next, in this folder",
      "  countersign check --all services/fraud           everything that is known",
      "  countersign check --fail-on critical             a softer gate while you catch up",
      "  countersign check --as-of 2027-06-30             which answers will have expired by then",
      "  countersign check --ask                          answer what decides most, then check",
      "  countersign check --format sarif --out cs.sarif  for code hosts and editors",
      "",
      "Exit codes: 0 pass, 1 a gate failed, 2 the input or the usage is wrong, 3 a bug."
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json (docs/schema/check-1.schema.json), sarif (2.1.0) or markdown.")
  Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "RANK",
      description = {
        "The lowest rank that fails while it is open or unproven: critical, high, medium, low or"
            + " never. Otherwise the policy says, or it is high."
      })
  @Nullable FailOn failOn;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Writes the report there, as a whole or not at all.")
  @Nullable Path out;

  @Option(
      names = {"-q", "--quiet"},
      description = "Text: the verdict only.")
  boolean quiet;

  @Option(
      names = {"-a", "--all", "-v", "--verbose"},
      description = "Text: low threats, every reason and every question too.")
  boolean all;

  @Option(
      names = "--ask",
      description = {
        "First asks the ten questions that decide most, writes the answers into the file and shows"
            + " every line that changes."
      })
  boolean ask;

  @Option(
      names = "--discover",
      description = {
        "Also compares each system with what is in its folder and below: what is used and not"
            + " modelled, and what is modelled and gone, are warnings. See countersign discover."
      })
  boolean discover;

  @Mixin SystemOptions systems = new SystemOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Outcome outcome = Check.run(order());
    return switch (ask ? asked(outcome) : outcome) {
      case Outcome.Unreadable unreadable -> complain(unreadable.problems());
      case Outcome.Done plain -> {
        Outcome.Done done =
            discover ? Drift.added(plain, CacheFolder.of("discover", console)) : plain;
        done.limits().forEach(limit -> console.complain("countersign: " + limit + "\n"));
        yield report(done);
      }
    };
  }

  /** The outcome after the answers, if there was anything to ask about. */
  private Outcome asked(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done done)) {
      return outcome;
    }
    if (done.systems().size() > 1) {
      throw new Refused(
          "--ask asks about one system, and here are "
              + done.systems().size()
              + ". Name the countersign.yaml of one.");
    }
    Checked system = done.systems().getFirst();
    int written = Interview.run(console, terminal.terminal(console), system, Check.judge(order()));
    return written == 0 ? outcome : Check.run(order());
  }

  private Order order() {
    return systems.order(
        console, Optional.ofNullable(failOn).flatMap(rank -> Gate.parse(rank.toString())));
  }

  private int complain(List<Problem> problems) {
    console.complain(ProblemReport.of(problems));
    return ExitCode.WRONG;
  }

  private int report(Outcome.Done done) {
    if (out != null) {
      AtomicFile.write(out, format.render(done, plain(), detail()));
    } else if (format == Format.TEXT) {
      console.print(format.render(done, terminal.terminal(console), detail()));
    } else {
      console.emit(format.render(done, terminal.terminal(console), detail()));
    }
    return Checked.worst(done.systems()) == Verdict.PASS ? ExitCode.PASS : ExitCode.FAIL;
  }

  /** A file gets colours only if they are asked for, and any character. */
  private Terminal plain() {
    Terminal shown = terminal.terminal(console);
    return new Terminal(shown.width(), terminal.colour == Colour.ALWAYS, true);
  }

  private Detail detail() {
    return quiet ? Detail.QUIET : all ? Detail.ALL : Detail.USUAL;
  }

  /** The ranks that {@code --fail-on} takes. */
  enum FailOn {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
