package dev.countersign.cli.command;

import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.status.StatusJson;
import dev.countersign.cli.status.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: who signed which system, and what is left of it. */
@Command(
    name = "status",
    header = "Says who signed which system, what is void because of what, and what is due when.",
    description = {
      "Of every countersign.yaml (or NAME.countersign.yaml) at PATH: the verdict, who signed it in"
          + " which role and when, what changed since, which answers are void because of it and how"
          + " many stand. Then the days on which something is due in any of them."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign status                        of all systems below this folder",
      "  countersign status --all services/fraud   of one, with every change and every day",
      "  countersign status --as-of 2027-06-30     what will be void by then",
      "  countersign status --format json          for a dashboard",
      "",
      "Exit codes: 0 told, 2 the input or the usage is wrong, 3 a bug. A status is no gate:",
      "countersign check is."
    })
final class StatusCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (docs/schema/status-1.schema.json).")
  TextOrJson format = TextOrJson.TEXT;

  @Option(
      names = {"-a", "--all"},
      description = "Text: every change and every day.")
  boolean all;

  @Mixin SystemOptions systems = new SystemOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return systems.checked(console, "no status", this::told);
  }

  private int told(Outcome.Done done) {
    switch (format) {
      case JSON -> console.emit(StatusJson.of(done.systems(), Versions.tool(done.rules())));
      case TEXT -> console.print(StatusText.of(done.systems(), terminal.terminal(console), all));
    }
    return ExitCode.PASS;
  }
}
