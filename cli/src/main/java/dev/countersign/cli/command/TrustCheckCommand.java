package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.trust.TrustCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trust check}: whether somebody may sign what systems need. */
@Command(
    name = "check",
    header = "Checks the trust policy, and that it admits somebody for all that systems need.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class TrustCheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin SystemOptions systems = new SystemOptions();

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  TrustCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TrustCheck check = TrustCheck.of(systems.order(console));
    if (!check.problems().isEmpty()) {
      console.complain(ProblemReport.of(check.problems(), "nobody is trusted"));
      return ExitCode.WRONG;
    }
    console.print(check.text(terminal.terminal(console)));
    return check.complete() ? ExitCode.PASS : ExitCode.FAIL;
  }
}
