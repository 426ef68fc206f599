package dev.countersign.cli;

import dev.countersign.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One run of the command line inside the test's process.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record Run(int code, String out, String err) {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** Runs without a terminal, in UTF-8, on the day of the examples. */
  public static Run of(String... args) {
    return in(Map.of(), false, StandardCharsets.UTF_8, args);
  }

  /** Runs with an environment, perhaps on a terminal. */
  public static Run in(
      Map<String, String> env, boolean interactive, Charset charset, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, charset),
            new PrintStream(err, true, charset),
            env,
            interactive,
            charset,
            TODAY);
    int code = Main.run(args, console);
    return new Run(code, out.toString(charset), err.toString(charset));
  }

  /** The lines of standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
