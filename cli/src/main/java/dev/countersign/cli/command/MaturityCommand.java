package dev.countersign.cli.command;

import dev.countersign.assess.Checked;
import dev.countersign.assess.maturity.Level;
import dev.countersign.assess.maturity.Maturity;
import dev.countersign.assess.maturity.Practice;
import dev.countersign.assess.maturity.Traces;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.maturity.MaturityJson;
import dev.countersign.cli.maturity.MaturityText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code maturity}: how mature the practice around systems is. */
@Command(
    name = "maturity",
    header = "Says how mature the practice around systems is, and the shortest way on.",
    description = {
      "Foundational, applied, advanced or strategic: the highest level all of whose criteria hold for"
          + " every system at PATH. All of it is computed from the threat models, their evidence and"
          + " dates, and the configuration of CI beside them; nobody is asked."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign maturity                          of all systems below this folder",
      "  countersign maturity services/fraud           of one, with what was seen",
      "  countersign maturity --fail-below applied     for a nightly job",
      "",
      "Exit codes: 0 told, 1 below --fail-below, 2 the input or the usage is wrong, 3 a bug."
    })
final class MaturityCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (docs/schema/maturity-1.schema.json).")
  TextOrJson format = TextOrJson.TEXT;

  @Option(
      names = "--fail-below",
      paramLabel = "LEVEL",
      description = {
        "Ends with 1 if a level below this one is reached: foundational, applied, advanced or"
            + " strategic."
      })
  @Nullable Wanted failBelow;

  @Mixin SystemOptions systems = new SystemOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  MaturityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return systems.checked(console, "no level", this::told);
  }

  private int told(Outcome.Done done) {
    Maturity maturity = Maturity.of(done.systems().stream().map(this::practice).toList());
    switch (format) {
      case JSON -> console.emit(MaturityJson.of(maturity, Versions.tool(done.rules())));
      case TEXT -> console.print(MaturityText.of(maturity, terminal.terminal(console)));
    }
    return falls(maturity) ? ExitCode.FAIL : ExitCode.PASS;
  }

  private Practice practice(Checked system) {
    Path file = Path.of(system.assessment().system().file());
    return new Practice(system, Traces.of(file));
  }

  private boolean falls(Maturity maturity) {
    return failBelow != null
        && maturity.level().map(Level::ordinal).orElse(-1) < failBelow.ordinal();
  }

  /** The levels that {@code --fail-below} takes, lowest first. */
  enum Wanted {
    FOUNDATIONAL,
    APPLIED,
    ADVANCED,
    STRATEGIC;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
