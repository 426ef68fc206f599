package dev.countersign.cli.command;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.change.ThreatChange;
import dev.countersign.assess.change.ThreatChange.Sort;
import dev.countersign.assess.change.TreeChange;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Colour;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.diff.Days;
import dev.countersign.cli.diff.Diff;
import dev.countersign.cli.diff.DiffText;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.derive.Severity;
import dev.countersign.report.Tool;
import dev.countersign.report.json.ChangeJson;
import dev.countersign.report.markdown.ChangeMarkdown;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed between two versions, and why. */
@Command(
    name = "diff",
    header = "Tells what changed between two versions: threats, answers, facts, and why.",
    description = {
      "Compares what two versions mean. Order, comments, quoting and the way a value is written are"
          + " no difference. For each threat that came, went or stands otherwise it names the facts"
          + " that made the difference, found by deriving anew without each change.",
      "",
      "A and B are two files or folders, or revisions of the git repository: A..B, A...B (since"
          + " they parted), A B, or A alone against the files as they are. Without any: HEAD."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = {
      "countersign diff [OPTIONS] [A [B]] [--] [PATH...]",
    },
    footer = {
      "",
      "Examples:",
      "  countersign diff                                what you changed since the last commit",
      "  countersign diff main..HEAD                     what this branch changes",
      "  countersign diff v1.0 -- services/fraud         one system, since a tag",
      "  countersign diff old/countersign.yaml new/countersign.yaml",
      "  countersign diff --before-as-of commit v1.0     also what has expired since then",
      "  countersign diff --format markdown main...HEAD  for a comment on a merge request",
      "",
      "Exit codes: 0 compared, 1 asked to fail (--exit-code, --fail-on-new), 2 the input or the"
          + " usage",
      "is wrong, 3 a bug."
    })
final class DiffCommand implements Callable<Integer> {
  private static final String COMMIT = "commit";
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Spec
  CommandSpec spec;

  @Parameters(
      paramLabel = "A B PATH",
      arity = "0..*",
      description =
          "What to compare; then, for revisions, the files or folders to look at. Otherwise the"
              + " current folder. After -- every word is a path.")
  List<String> words = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, markdown or json (docs/schema/diff-1.schema.json).")
  DiffFormat format = DiffFormat.TEXT;

  @Option(
      names = "--exit-code",
      description = "Ends with 1 if there is any difference, otherwise with 0.")
  boolean exitCode;

  @Option(
      names = "--fail-on-new",
      paramLabel = "RANK",
      description = {
        "Ends with 1 if a threat of at least that rank (critical, high, medium, low) is new and not"
            + " answered, or is open again."
      })
  @Nullable Rank failOnNew;

  @Option(
      names = "--before-as-of",
      paramLabel = "DATE",
      description = {
        "The day for which A is judged, or the word commit for the day of its commit: then what has"
            + " expired since is a difference too."
      })
  @Nullable String beforeAsOf;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Writes the comparison there, as a whole or not at all.")
  @Nullable Path out;

  @Option(
      names = {"-a", "--all"},
      description = "Text: also words that decide nothing and questions that are no longer asked.")
  boolean all;

  @Mixin JudgingOptions judging = new JudgingOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return switch (Diff.run(asked(), judging.policy(), judging.trust(), days())) {
      case Diff.Result.Unreadable wrong -> {
        console.complain(ProblemReport.of(wrong.problems(), "no comparison"));
        yield ExitCode.WRONG;
      }
      case Diff.Result.Done done -> {
        done.limits().forEach(limit -> console.complain("countersign: " + limit + "\n"));
        yield report(done.change());
      }
    };
  }

  /** The parser does not tell which words stood after {@code --}; all that do are paths. */
  private Diff.Asked asked() {
    List<String> typed = spec.commandLine().getParseResult().originalArgs();
    int mark = typed.indexOf("--");
    int after = mark < 0 ? 0 : typed.size() - mark - 1;
    int before = words.size() - after;
    return new Diff.Asked(words.subList(0, before), words.subList(before, words.size()), mark >= 0);
  }

  private Days days() throws Exception {
    LocalDate day = judging.asOf(console);
    if (beforeAsOf == null) {
      return new Days(day, Optional.empty(), false);
    }
    return beforeAsOf.equals(COMMIT)
        ? new Days(day, Optional.empty(), true)
        : new Days(day, Optional.of(new Day().convert(beforeAsOf)), false);
  }

  private int report(TreeChange change) {
    if (out != null) {
      AtomicFile.write(out, text(change, plain()));
    } else if (format == DiffFormat.TEXT) {
      console.print(text(change, terminal.terminal(console)));
    } else {
      console.emit(text(change, terminal.terminal(console)));
    }
    if (change.isEmpty() && format != DiffFormat.JSON) {
      console.complain(
          "countersign: no difference in meaning between %s and %s\n"
              .formatted(safe(change.before()), safe(change.after())));
    }
    return (exitCode && !change.isEmpty()) || worse(change) ? ExitCode.FAIL : ExitCode.PASS;
  }

  private static String safe(String name) {
    return Safe.line(name);
  }

  private String text(TreeChange change, Terminal terminal) {
    Tool tool = Versions.tool("");
    return switch (format) {
      case TEXT -> DiffText.of(change, terminal, all);
      case MARKDOWN -> ChangeMarkdown.of(change, tool);
      case JSON -> ChangeJson.of(change, tool);
    };
  }

  /** A file gets colours only if they are asked for, and any character. */
  private Terminal plain() {
    Terminal shown = terminal.terminal(console);
    return new Terminal(shown.width(), terminal.colour == Colour.ALWAYS, true);
  }

  private boolean worse(TreeChange change) {
    Rank least = failOnNew;
    return least != null
        && Stream.concat(
                change.systems().stream()
                    .flatMap(system -> system.threats().stream())
                    .filter(DiffCommand::worse)
                    .map(ThreatChange::shown),
                change.added().stream()
                    .flatMap(system -> system.assessment().threats().stream())
                    .filter(DiffCommand::open))
            .anyMatch(threat -> threat.threat().rank().severity().compareTo(least.severity()) >= 0);
  }

  private static boolean worse(ThreatChange change) {
    return change.sort() == Sort.REOPENED || (change.sort() == Sort.NEW && open(change.shown()));
  }

  private static boolean open(AssessedThreat threat) {
    State state = threat.answer().state();
    return state == State.OPEN || state == State.UNPROVEN;
  }

  /** The formats of a comparison. */
  enum DiffFormat {
    TEXT,
    MARKDOWN,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The ranks that {@code --fail-on-new} takes. */
  enum Rank {
    CRITICAL(Severity.CRITICAL),
    HIGH(Severity.HIGH),
    MEDIUM(Severity.MEDIUM),
    LOW(Severity.LOW);

    private final Severity severity;

    Rank(Severity severity) {
      this.severity = severity;
    }

    Severity severity() {
      return severity;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
