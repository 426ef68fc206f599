package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that only holds others: alone it says what they are, and that one was missing. */
abstract class GroupCommand implements Callable<Integer> {
  final Console console;

  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  @Spec
  CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  GroupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.complain(spec.commandLine().getUsageMessage());
    return ExitCode.WRONG;
  }
}
