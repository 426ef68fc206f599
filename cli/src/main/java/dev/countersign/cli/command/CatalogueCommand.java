package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.list.CatalogueList;
import dev.countersign.knowledge.catalogue.Catalogues;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catalogue}: the public catalogues that rules and controls cite. */
@Command(
    name = "catalogue",
    header = "Lists the bundled public catalogues with edition, licence and source.",
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign catalogue              which catalogues there are",
      "  countersign catalogue atlas        every entry of MITRE ATLAS",
      "  countersign explain AML.T0020      one entry"
    })
final class CatalogueCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Lists the entries of that catalogue instead.")
  @Nullable String id;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  CatalogueCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Catalogues catalogues = Catalogues.bundled();
    console.print(
        id == null
            ? CatalogueList.all(catalogues, terminal.terminal(console))
            : entries(catalogues, id));
    return ExitCode.PASS;
  }

  private String entries(Catalogues catalogues, String wanted) {
    return catalogues
        .load(wanted)
        .map(one -> CatalogueList.entries(one, terminal.terminal(console)))
        .orElseThrow(() -> unknown(wanted));
  }

  private static Refused unknown(String id) {
    return new Refused(
        "there is no catalogue '"
            + id
            + "'. countersign catalogue lists them; countersign explain ID explains one entry.");
  }
}
