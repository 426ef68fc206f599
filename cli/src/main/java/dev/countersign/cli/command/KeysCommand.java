package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keys}: makes and describes keys. */
@Command(
    name = "keys",
    header = "Makes a key to sign with, or says what a key or certificate is.",
    customSynopsis = {
      "countersign keys new [--kind=KIND] [--out=NAME]",
      "       countersign keys show FILE"
    },
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  countersign keys new --out ~/.keys/ada",
      "  countersign keys show keys/ada.pub.pem"
    })
final class KeysCommand extends GroupCommand {
  private KeysCommand(Console console) {
    super(console);
  }

  static CommandLine create(Console console) {
    return new CommandLine(new KeysCommand(console))
        .addSubcommand("new", new KeysNewCommand(console))
        .addSubcommand("show", new KeysShowCommand(console));
  }
}
