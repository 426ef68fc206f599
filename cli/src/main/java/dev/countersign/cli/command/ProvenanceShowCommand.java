package dev.countersign.cli.command;

import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.provenance.CroissantText;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.cli.provenance.LineageChain;
import dev.countersign.cli.provenance.LineageJson;
import dev.countersign.cli.provenance.LineageText;
import dev.countersign.cli.provenance.NearestModel;
import dev.countersign.cli.provenance.StatementText;
import dev.countersign.cli.provenance.Trusting;
import dev.countersign.cli.terminal.Page;
import dev.countersign.provenance.lineage.Library;
import dev.countersign.provenance.lineage.Lineage;
import dev.countersign.provenance.lineage.StatementFile;
import dev.countersign.report.diagram.svg.ChainPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provenance show}: what a statement says, and what it rests on. */
@Command(
    name = "show",
    header = "Shows a statement, and the way back to raw data as a tree or a picture.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign provenance show .countersign/clean.dataset.json",
      "  countersign provenance show .countersign/fraud.training.sigstore.json --lineage",
      "  countersign provenance show .countersign/fraud.training.json --to svg -o lineage.svg",
      "  countersign provenance show .countersign/clean.dataset.json --to croissant",
      "",
      "Exit codes: 0 shown, 2 the input or the usage is wrong, 3 a bug."
    })
final class ProvenanceShowCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Parameters(paramLabel = "STATEMENT", description = "A statement, signed or not.")
  Path file;

  @Option(names = "--lineage", description = "Text: also what it was made of.")
  boolean lineage;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, svg (a picture of the lineage), json (the lineage) or croissant (metadata of a"
              + " dataset for catalogues).")
  ShowFormat format = ShowFormat.TEXT;

  @Option(
      names = "--inputs",
      paramLabel = "DIR",
      description = "Where else statements about inputs are; may be repeated.")
  List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Writes it there. Otherwise to standard output.")
  @Nullable Path out;

  @Mixin TrustOptions trust = new TrustOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  ProvenanceShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StatementFile statement = Datasets.statement(file);
    String shown =
        switch (format) {
          case TEXT -> text(statement);
          case SVG -> ChainPicture.of(LineageChain.of(lineage(statement)));
          case JSON -> LineageJson.of(lineage(statement));
          case CROISSANT -> CroissantText.of(statement);
        };
    if (out != null) {
      AtomicFile.write(out, shown);
    } else if (format == ShowFormat.TEXT) {
      console.print(shown);
    } else {
      console.emit(shown);
    }
    return ExitCode.PASS;
  }

  private String text(StatementFile statement) {
    Page page = new Page(terminal.terminal(console));
    StatementText.write(statement, trusting().judge(statement), page);
    if (lineage) {
      page.blank();
      LineageText.write(lineage(statement), page);
    }
    return page.toString();
  }

  private Lineage lineage(StatementFile statement) {
    if (!statement.isDataset() && !statement.isTraining()) {
      throw new Refused(file + " is neither about a dataset nor about a training run.");
    }
    List<Path> folders = new ArrayList<>();
    folders.add(file.toAbsolutePath().resolveSibling(""));
    folders.addAll(inputs);
    return Lineage.of(statement, Library.of(folders), trusting()::judge);
  }

  /** The formats of a statement. */
  enum ShowFormat {
    TEXT,
    SVG,
    JSON,
    CROISSANT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Trusting trusting() {
    return new Trusting(trust.policy(file), NearestModel.systemAround(file), trust.at(console));
  }
}
