package dev.countersign.cli.command;

import dev.countersign.assess.Checked;
import dev.countersign.cli.ask.Interview;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.Colour;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.NewFile;
import dev.countersign.cli.init.Drafting;
import dev.countersign.cli.init.Summary;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.discover.draft.Skeleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: drafts a threat model from what is in a repository. */
@Command(
    name = "init",
    header = "Drafts a countersign.yaml from what it finds in a repository.",
    description = {
      "Looks through PATH for models, data, ML and LLM libraries, hosted models, prompts, tools,"
          + " MCP servers, stores and services, and writes PATH/countersign.yaml. Each line says"
          + " where it was found; what no file shows is left out, so that check asks. It reads"
          + " files only, runs nothing, opens no connection and never overwrites."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign init                       drafts countersign.yaml in this folder",
      "  countersign init --dry-run services/x  shows what it would write",
      "  countersign init --empty               a file to fill in, with every section explained",
      "",
      "Exit codes: 0 drafted, 2 nothing found or a file is in the way, 3 a bug."
    })
final class InitCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";
  private static final int STEP = 500;

  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "The folder of the repository. Otherwise the current folder.")
  Path folder = Path.of(".");

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description =
          "Writes the draft there; - is standard output. Otherwise PATH/countersign.yaml.")
  @Nullable Path out;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Shows the draft on standard output and writes nothing.")
  boolean dryRun;

  @Option(
      names = "--empty",
      description = "Writes a file to fill in, without looking at what is there.")
  boolean empty;

  @Option(
      names = "--ask",
      negatable = true,
      description = {
        "Asks the ten questions that decide most once the draft is written, and writes the answers"
            + " into it. Otherwise on a terminal only; --no-ask never does."
      })
  @Nullable Boolean ask;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<Path> target = target();
    target.ifPresent(Drafting::refuseExisting);
    if (empty) {
      return skeleton(target);
    }
    Drafting drafting = Drafting.of(folder, this::progress);
    endProgress(drafting.inventory().files());
    if (drafting.isEmpty()) {
      console.complain(Summary.nothing(drafting));
      return ExitCode.WRONG;
    }
    target.ifPresentOrElse(file -> write(drafting, file), () -> show(drafting));
    return ExitCode.PASS;
  }

  /** Where to write; empty for standard output. */
  private Optional<Path> target() {
    if (dryRun || out != null && out.toString().equals(STANDARD_OUTPUT)) {
      return Optional.empty();
    }
    Path usual = folder.resolve(Drafting.FILE).normalize();
    return Optional.of(out == null ? usual : out);
  }

  private int skeleton(Optional<Path> target) {
    String yaml = Skeleton.of("my-system");
    if (target.isEmpty()) {
      console.emit(yaml);
    } else {
      NewFile.write(target.get(), yaml);
      console.print(
          "Wrote "
              + Safe.line(target.get().toString())
              + ". Fill it in, then: countersign check\n");
    }
    return ExitCode.PASS;
  }

  private void show(Drafting drafting) {
    console.emit(drafting.yaml());
    console.complain(Summary.drafted(drafting, "a threat model"));
  }

  private void write(Drafting drafting, Path file) {
    NewFile.write(file, drafting.yaml(file));
    String place = Safe.line(file.toString());
    console.print(Summary.drafted(drafting, place));
    Checked checked = asked(file, checked(file));
    console.print(
        Summary.next(
            "countersign check " + place,
            checked.assessment().questions().size(),
            checked.assessment().threats().size()));
  }

  /** The draft after the answers, where somebody is there to answer. */
  private Checked asked(Path file, Checked draft) {
    boolean asks = ask == null ? console.interactive() : ask;
    if (!asks || draft.assessment().questions().isEmpty()) {
      return draft;
    }
    console.complain("\n");
    Terminal terminal =
        new Terminal(TerminalOptions.width(console), Colour.AUTO.on(console), console.unicode());
    int written = Interview.run(console, terminal, draft, Check.judge(order(file)));
    console.complain("\n");
    return written == 0 ? draft : checked(file);
  }

  private Order order(Path file) {
    return new Order(
        List.of(file), Optional.empty(), Optional.empty(), Optional.empty(), console.today());
  }

  /** A draft that cannot be read is our mistake and not the user's. */
  private Checked checked(Path file) {
    return switch (Check.run(order(file))) {
      case Outcome.Done done -> done.systems().getFirst();
      case Outcome.Unreadable unreadable ->
          throw new IllegalStateException(unreadable.problems().getFirst().id());
    };
  }

  private void progress(int files) {
    if (console.interactive() && files % STEP == 0) {
      console.complain("\r  %d files looked at ".formatted(files));
    }
  }

  private void endProgress(int files) {
    if (console.interactive() && files >= STEP) {
      console.complain("\r" + " ".repeat(40) + "\r");
    }
  }
}
