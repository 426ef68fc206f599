package dev.countersign.cli;

import dev.countersign.cli.command.Commands;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Crash;
import dev.countersign.cli.console.StandardOutput;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Map;

/** Where the process starts and ends. */
public final class Main {
  private Main() {}

  /** Runs the process and ends it with the exit code of the command. */
  public static void main(String[] args) {
    Console console = process();
    int code = run(args, console);
    console.out().flush();
    System.exit(code);
  }

  /** Runs a command on given streams, without a terminal, as of today. */
  public static int run(
      String[] args, InputStream in, PrintStream out, PrintStream err, Map<String, String> env) {
    return run(args, new Console(in, out, err, env, false, out.charset(), LocalDate.now()));
  }

  /**
   * Runs a command and returns its exit code. Whatever happens, no stack trace and no text of the
   * user's files gets out by way of an error.
   */
  public static int run(String[] args, Console console) {
    try {
      return Commands.execute(args, console);
    } catch (Throwable bug) { // StackOverflowError and OutOfMemoryError are bugs like others
      return Crash.report(bug, console);
    }
  }

  private static Console process() {
    java.io.Console terminal = System.console();
    return new Console(
        System.in,
        StandardOutput.open(System.out.charset()),
        System.err,
        System.getenv(),
        terminal != null && terminal.isTerminal(),
        System.out.charset(),
        LocalDate.now());
  }
}
