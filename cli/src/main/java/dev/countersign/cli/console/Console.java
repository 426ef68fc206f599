package dev.countersign.cli.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The world outside a command: everything that it reads or writes besides the files it is given.
 *
 * @param in standard input
 * @param out for results
 * @param err for diagnostics
 * @param env environment variables
 * @param interactive whether a person sees {@code out} on a terminal
 * @param charset the encoding of text on {@code out} and {@code err}
 * @param today the day on which a verdict is asked for, unless the user names another
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    boolean interactive,
    Charset charset,
    LocalDate today) {
  public Console {
    env = Map.copyOf(env);
  }

  /** An environment variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether characters outside ASCII can be written as they are. */
  public boolean unicode() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /**
   * Writes text for people.
   *
   * @throws Refused if it does not arrive as a whole
   */
  public void print(String text) {
    result(text, charset);
  }

  /**
   * Writes text for machines, which is UTF-8 whatever the terminal uses.
   *
   * @throws Refused if it does not arrive as a whole
   */
  public void emit(String text) {
    result(text, StandardCharsets.UTF_8);
  }

  /** Writes a diagnostic. */
  public void complain(String text) {
    write(err, text, charset);
  }

  /** Half a report must not pass for a whole one. */
  private void result(String text, Charset charset) {
    write(out, text, charset);
    if (out.checkError()) {
      throw new Refused(
          "standard output cannot be written to its end. Is it closed, or its disk full?");
    }
  }

  private static void write(PrintStream stream, String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
