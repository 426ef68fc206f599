package dev.countersign.cli.command;

import dev.countersign.cli.console.Colour;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Crash;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Safe;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Builds the command line. Only the command that is asked for is built, since reading the
 * annotations of all of them would cost each start some milliseconds.
 */
public final class CommandLineFactory {
  private final Console console;

  private CommandLineFactory(Console console) {
    this.console = console;
  }

  /** The command line for these arguments. */
  public static CommandLine create(String[] args, Console console) {
    return new CommandLineFactory(console).create(Subcommand.needed(args));
  }

  private CommandLine create(List<Subcommand> commands) {
    CommandLine line = new CommandLine(new RootCommand(console));
    commands.forEach(command -> line.addSubcommand(command.word(), command.create(console)));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(TerminalOptions.width(console));
    line.setAbbreviatedOptionsAllowed(false);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(Colour.AUTO.on(console) ? Ansi.ON : Ansi.OFF));
    line.setOut(new PrintWriter(console.out(), true, console.charset()));
    line.setErr(new PrintWriter(console.err(), true, console.charset()));
    line.setParameterExceptionHandler((wrong, _) -> misused(wrong));
    line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    return line;
  }

  private int misused(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    StringWriter text = new StringWriter();
    text.append("countersign: ").append(Safe.line(String.valueOf(wrong.getMessage()))).append("\n");
    UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(text, true));
    text.append("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
    console.complain(text.toString());
    return ExitCode.WRONG;
  }

  private int failed(Exception failure) {
    if (failure instanceof Refused refused) {
      console.complain("countersign: " + refused.getMessage() + "\n");
      return ExitCode.WRONG;
    }
    return Crash.report(failure, console);
  }
}
