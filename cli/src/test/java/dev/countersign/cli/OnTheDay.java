package dev.countersign.cli;

import dev.countersign.cli.console.Console;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The command line as a process of its own, like {@link Main}, on the day of the examples, or on
 * that of the environment variable {@value #DAY}.
 */
final class OnTheDay {
  static final String DAY = "COUNTERSIGN_TEST_DAY";

  private OnTheDay() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    LocalDate day = LocalDate.parse(System.getenv().getOrDefault(DAY, "2026-11-22"));
    Console console =
        new Console(
            System.in, System.out, System.err, System.getenv(), false, StandardCharsets.UTF_8, day);
    System.exit(Main.run(args, console));
  }
}
