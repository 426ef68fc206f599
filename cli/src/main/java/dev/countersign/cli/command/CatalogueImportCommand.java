package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.knowledge.catalogue.importer.CatalogueImport;
import dev.countersign.knowledge.catalogue.importer.ImportRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catalogue import}: for those who maintain the data of the catalogues. */
@Command(
    name = "import",
    header = "Makes the data of the catalogues from their publishers' files.",
    description = {
      "For maintainers, in a checkout of Countersign: see docs/catalogues.md. Reads the files that"
          + " the descriptions under sources name, and writes the data. A catalogue none of whose"
          + " files is in FOLDER stays as it is. Nothing is written if anything is wrong."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class CatalogueImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FOLDER", description = "Where the publishers' files are.")
  Path folder = Path.of(".");

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      defaultValue = "knowledge/src/main/catalogues",
      description = "Where the data and sources/ are. Otherwise ${DEFAULT-VALUE}.")
  Path into = Path.of(".");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  CatalogueImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(into.resolve("sources"))) {
      throw new Refused(
          into + " has no folder sources. Run this in a checkout of Countersign, or name --into.");
    }
    try {
      console.print(CatalogueImport.run(folder, into).toString());
      return ExitCode.PASS;
    } catch (ImportRefused refused) {
      console.complain(ProblemReport.of(refused.problems(), "nothing was written"));
      return ExitCode.WRONG;
    } catch (IOException failed) {
      throw new Refused(
          "the import failed (" + Failure.why(failed) + "). Check what git says of " + into + ".");
    }
  }
}
