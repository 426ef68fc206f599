package dev.countersign.cli;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Crash;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/** A bug on purpose. */
final class Crashing {
  private Crashing() {}

  static Run run(String message) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true);
    Console console =
        new Console(
            InputStream.nullInputStream(),
            nowhere,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            false,
            StandardCharsets.UTF_8,
            LocalDate.EPOCH);
    IllegalStateException cause = new IllegalStateException(message);
    int code = Crash.report(new IllegalArgumentException(message, cause), console);
    return new Run(code, "", err.toString(StandardCharsets.UTF_8));
  }
}
