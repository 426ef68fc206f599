package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code countersign} without a command: help and version. */
@Command(
    name = "countersign",
    header = "A threat model for systems with machine-learned models that is checked like code.",
    description = {
      "Reads countersign.yaml, derives the threats that follow from it, verifies the answer to each,"
          + " and says pass or fail."
    },
    synopsisSubcommandLabel = "COMMAND",
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "First steps:",
      "  countersign init                      a first threat model from what is in this folder",
      "  countersign check                     the verdict on the system in this folder",
      "  countersign check --all               the same with every reason and question",
      "  countersign explain evasion           what an attack is and what stops it",
      "  countersign report                    the page that two people sign, and the full report",
      "  countersign schema > countersign.schema.json",
      "                                        completion and checks in your editor",
      "",
      "Exit codes: 0 pass, 1 a gate failed, 2 the input or the usage is wrong, 3 a bug.",
      "More about a command: countersign COMMAND --help"
    })
final class RootCommand extends GroupCommand {
  @Option(
      names = {"-V", "--version"},
      description = "Shows the versions of Countersign, Java, rules and catalogues.")
  boolean version;

  RootCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (version) {
      console.print(Versions.text());
      return ExitCode.PASS;
    }
    return super.call();
  }
}
