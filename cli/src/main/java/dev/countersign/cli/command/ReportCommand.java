package dev.countersign.cli.command;

import dev.countersign.assess.change.SystemChange;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.diff.Diff;
import dev.countersign.cli.report.Destination;
import dev.countersign.cli.report.FormatList;
import dev.countersign.cli.report.Highlight;
import dev.countersign.cli.report.Portable;
import dev.countersign.cli.report.Selection;
import dev.countersign.model.Problem;
import dev.countersign.report.Audience;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat.Choice;
import dev.countersign.report.Tool;
import dev.countersign.report.words.Words;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: what people and other tools read. */
@Command(
    name = "report",
    header = "Writes the one-page threat model, the report, the diagram or an exchange format.",
    description = {
      "Reads every countersign.yaml (or NAME.countersign.yaml) at PATH and writes a file for each"
          + " system and format, named SYSTEM.FORMAT. A single text format of a single system goes"
          + " to standard output, unless --out says otherwise."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign report                               the one-page model and the report, as files",
      "  countersign report --to one-page.pdf             the page that two people sign",
      "  countersign report --to html --audience policy   obligations and the state of each",
      "  countersign report --since sign-off              with what changed since it was signed",
      "  countersign report --to svg --highlight evasion@fraud-gbt > path.svg",
      "  countersign report --to csv,xlsx,otm --out exports services/fraud",
      "  countersign report --formats                     every format and what it is for",
      "",
      "Exit codes: 0 written, 2 the input or the usage is wrong, 3 a bug. A report is no gate:",
      "countersign check is."
    })
final class ReportCommand implements Callable<Integer> {
  private static final String SIGN_OFF = "sign-off";
  private static final Diff.Since NOT_COMPARED = new Diff.Since(new TreeMap<>(), List.of());

  private final Console console;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "FORMAT",
      split = ",",
      description = {
        "What to write, several by comma: one-page, html, pdf, svg, mermaid, markdown, csv, xlsx,"
            + " json, sarif, otm or cyclonedx. Otherwise one-page and html. one-page.pdf is that"
            + " file alone."
      })
  List<String> to = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where to write. Otherwise countersign-report in the current folder.")
  @Nullable Path out;

  @Option(
      names = "--audience",
      paramLabel = "READER",
      description = "html and pdf: all, platform, policy, procurement or security. Otherwise all.")
  Audience audience = Audience.ALL;

  @Option(
      names = "--highlight",
      paramLabel = "THREAT",
      description = "svg, html and pdf: the threat whose path the diagram shows.")
  @Nullable String highlight;

  @Option(
      names = "--since",
      paramLabel = "REVISION",
      description = {
        "html and pdf: also what changed since that revision of the git repository, or since the"
            + " last sign-off where it is the word sign-off."
      })
  @Nullable String since;

  @Option(names = "--formats", description = "Lists the formats and ends.")
  boolean formats;

  @Mixin SystemOptions systems = new SystemOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (formats) {
      console.print(FormatList.of(terminal.terminal(console)));
      return ExitCode.PASS;
    }
    Selection selection = Selection.of(to);
    selection.unheeded(chosen()).forEach(this::tellUnheeded);
    Order order = systems.order(console);
    return switch (Check.run(order)) {
      case Outcome.Unreadable unreadable -> complain(unreadable.problems());
      case Outcome.Done done -> {
        done.limits().forEach(limit -> console.complain("countersign: " + limit + "\n"));
        Diff.Since changes = changes(done, order);
        yield changes.problems().isEmpty()
            ? write(selection, reports(done, changes.changes()))
            : complain(changes.problems());
      }
    };
  }

  private Diff.Since changes(Outcome.Done done, Order order) {
    if (since == null) {
      return NOT_COMPARED;
    }
    return since.equals(SIGN_OFF) ? Diff.sinceSignOff(done, order) : Diff.since(done, order, since);
  }

  private Set<Choice> chosen() {
    Set<Choice> chosen = EnumSet.noneOf(Choice.class);
    if (audience != Audience.ALL) {
      chosen.add(Choice.AUDIENCE);
    }
    if (highlight != null) {
      chosen.add(Choice.HIGHLIGHT);
    }
    if (since != null) {
      chosen.add(Choice.SINCE);
    }
    return chosen;
  }

  private void tellUnheeded(Choice choice) {
    String option = "--" + choice.name().toLowerCase(Locale.ROOT);
    console.complain(
        "countersign: no format that you chose uses %s; %s do.\n"
            .formatted(option, Words.and(Selection.heeding(choice))));
  }

  private int complain(List<Problem> problems) {
    console.complain(ProblemReport.of(problems, "no report"));
    return ExitCode.WRONG;
  }

  private int write(Selection selection, List<Report> reports) {
    new Destination(console, Optional.ofNullable(out)).write(selection, reports);
    return ExitCode.PASS;
  }

  private List<Report> reports(Outcome.Done done, Map<String, SystemChange> changes) {
    Optional<String> shown = Optional.ofNullable(highlight);
    shown.ifPresent(threat -> Highlight.refuseUnknown(threat, done.systems()));
    Tool tool = Versions.tool(done.rules());
    return done.systems().stream()
        .map(system ->
            new Report(
                Portable.of(system),
                tool,
                audience,
                shown.filter(threat -> Highlight.isIn(threat, system)),
                Optional.ofNullable(changes.get(system.id()))))
        .toList();
  }
}
