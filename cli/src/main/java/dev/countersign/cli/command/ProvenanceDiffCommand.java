package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.DiffReport;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.diff.ManifestDiff;
import dev.countersign.provenance.lineage.StatementFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provenance diff}: what changed in a dataset. */
@Command(
    name = "diff",
    header = "Tells which files and how many rows came, went or changed, by source.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Example:",
      "  countersign provenance diff january.dataset.json february.dataset.json",
      "",
      "Exit codes: 0 compared, 1 different and --exit-code, 2 the input or the usage is wrong, 3 a"
          + " bug."
    })
final class ProvenanceDiffCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(index = "0", paramLabel = "A", description = "The statement before.")
  Path before;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(index = "1", paramLabel = "B", description = "The statement after.")
  Path after;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json.")
  TextOrJson format = TextOrJson.TEXT;

  @Option(names = "--exit-code", description = "Ends with 1 if there is any difference.")
  boolean exitCode;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ProvenanceDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StatementFile from = Datasets.statement(before);
    StatementFile to = Datasets.statement(after);
    DatasetStatement old = Datasets.dataset(from);
    DatasetStatement now = Datasets.dataset(to);
    ManifestDiff diff = ManifestDiff.of(Datasets.manifest(from, old), Datasets.manifest(to, now));
    DiffReport report = new DiffReport(old, now, diff);
    switch (format) {
      case TEXT -> console.print(report.text(terminal.terminal(console)));
      case JSON -> console.emit(report.json());
    }
    return exitCode && !diff.changes().isEmpty() ? ExitCode.FAIL : ExitCode.PASS;
  }
}
