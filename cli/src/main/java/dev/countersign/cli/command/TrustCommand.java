package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code trust}: whose signature counts for what. */
@Command(
    name = "trust",
    header = "Shows, checks or starts the trust policy: whose signature counts for what.",
    customSynopsis = {
      "countersign trust show [PATH]",
      "       countersign trust check [PATH...]",
      "       countersign trust init --ml-lead=ID=KEY --security-lead=ID=KEY ...",
      "       countersign trust root --online --out=FILE"
    },
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  countersign trust init --ml-lead ada=keys/ada.pub.pem --security-lead ben=keys/ben.pub.pem",
      "  countersign trust show                           who may say what, until when",
      "  countersign trust check services                 whether somebody may sign what is needed",
      "",
      "Exit codes of check: 0 everybody who is needed is admitted, 1 somebody is not, 2 the trust",
      "policy is wrong."
    })
final class TrustCommand extends GroupCommand {
  private TrustCommand(Console console) {
    super(console);
  }

  static CommandLine create(Console console) {
    return new CommandLine(new TrustCommand(console))
        .addSubcommand("show", new TrustShowCommand(console))
        .addSubcommand("check", new TrustCheckCommand(console))
        .addSubcommand("init", new TrustInitCommand(console))
        .addSubcommand("root", new TrustRootCommand(console));
  }
}
