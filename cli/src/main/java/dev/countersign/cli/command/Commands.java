package dev.countersign.cli.command;

import dev.countersign.cli.console.Colour;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Crash;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.model.SafeText;
import dev.countersign.model.yaml.Problems;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs commands. Only the command that is asked for is built, since reading the annotations of all
 * of them would cost each start some milliseconds.
 */
public final class Commands {
  private static final Pattern CONSTANTS =
      Pattern.compile("expected one of \\[([A-Z, ]+)] \\(case-insensitive\\) but");

  /** The parser of the command line refuses to write help that is narrower. */
  private static final int NARROWEST_HELP = 55;

  private final Console console;

  private Commands(Console console) {
    this.console = console;
  }

  /** Runs the command that these arguments name and returns its exit code. */
  public static int execute(String[] args, Console console) {
    return new Commands(console).create(Subcommand.needed(args)).execute(args);
  }

  private CommandLine create(List<Subcommand> commands) {
    CommandLine line = new CommandLine(new RootCommand(console));
    commands.forEach(command -> line.addSubcommand(command.word(), command.create(console)));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(Math.max(NARROWEST_HELP, TerminalOptions.width(console)));
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
    CommandLine used = wrong.getCommandLine();
    StringWriter text = new StringWriter();
    Optional<String> command = noSuchCommand(wrong);
    text.append("countersign: ")
        .append(Safe.line(command.map(Commands::nearest).orElseGet(() -> inOurWords(wrong))))
        .append("\n");
    if (command.isEmpty()) {
      UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(text, true));
    }
    text.append("Try '" + used.getCommandSpec().qualifiedName() + " --help'.\n");
    console.complain(text.toString());
    return ExitCode.WRONG;
  }

  /** The word that stands where a command should. */
  private static Optional<String> noSuchCommand(ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && unmatched.getCommandLine().getParent() == null
        ? Optional.of(unmatched.getUnmatched().getFirst())
        : Optional.empty();
  }

  private static String nearest(String written) {
    List<String> words = Stream.of(Subcommand.values()).map(Subcommand::word).toList();
    return "there is no command '"
        + written
        + "'. "
        + new Problems()
            .suggest(written, words)
            .map(word -> "Did you mean " + word + "?")
            .orElse("There are " + String.join(", ", words) + ".");
  }

  /** The parser names the constants of an enum, where users write words. */
  private static String inOurWords(ParameterException wrong) {
    return CONSTANTS
        .matcher(String.valueOf(wrong.getMessage()))
        .replaceFirst(found -> "expected " + found.group(1).toLowerCase(Locale.ROOT) + " but");
  }

  private int failed(Exception failure) {
    if (failure instanceof Refused refused) {
      // The message may quote a path or an id that somebody else chose.
      refused.lines().map(SafeText::of).forEach(line -> console.complain(line + "\n"));
      return ExitCode.WRONG;
    }
    return Crash.report(failure, console);
  }
}
