package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
final class KeysCommand implements Callable<Integer> {
  private final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Spec
  CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  private KeysCommand(Console console) {
    this.console = console;
  }

  static CommandLine create(Console console) {
    return new CommandLine(new KeysCommand(console))
        .addSubcommand("new", new KeysNewCommand(console))
        .addSubcommand("show", new KeysShowCommand(console));
  }

  @Override
  public Integer call() {
    console.print(spec.commandLine().getUsageMessage());
    return ExitCode.PASS;
  }
}
