package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.list.CatalogueList;
import dev.countersign.cli.list.ControlList;
import dev.countersign.knowledge.Knowledge;
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
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = {
      "countersign catalogue [-h] [--color=WHEN] [--width=N] [ID]",
      "       countersign catalogue import FOLDER"
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  countersign catalogue              which catalogues there are",
      "  countersign catalogue atlas        every entry of MITRE ATLAS",
      "  countersign catalogue controls     what can answer a threat",
      "  countersign explain AML.T0020      one entry"
    })
final class CatalogueCommand implements Callable<Integer> {
  /** Our own catalogue, beside those of others. */
  private static final String CONTROLS = "controls";

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Lists its entries instead; controls lists the controls of Countersign.")
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
    console.print(list(id));
    return ExitCode.PASS;
  }

  private String list(@Nullable String wanted) {
    if (wanted == null) {
      return CatalogueList.all(Catalogues.bundled(), terminal.terminal(console));
    }
    return wanted.equals(CONTROLS)
        ? ControlList.text(Knowledge.bundled(), terminal.terminal(console))
        : entries(Catalogues.bundled(), wanted);
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
