package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code guard}: what gates decide by, and what they would decide. */
@Command(
    name = "guard",
    header = "Makes what the gates before and behind a model decide by, and tries them.",
    customSynopsis = "countersign guard COMMAND",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {"", "More about a command: countersign guard COMMAND --help"})
final class GuardCommand extends GroupCommand {
  private GuardCommand(Console console) {
    super(console);
  }

  static CommandLine create(Console console) {
    return new CommandLine(new GuardCommand(console))
        .addSubcommand("check", new GuardCheckCommand(console))
        .addSubcommand("fit", new GuardFitCommand(console))
        .addSubcommand("policy", new GuardPolicyCommand(console))
        .addSubcommand("prompt", new GuardPromptCommand(console))
        .addSubcommand("prompts", new GuardPromptsCommand(console))
        .addSubcommand("replay", new GuardReplayCommand(console))
        .addSubcommand("score", new GuardScoreCommand(console))
        .addSubcommand("serve", new GuardServeCommand(console))
        .addSubcommand("sign", new GuardSignCommand(console));
  }
}
