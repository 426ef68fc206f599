package dev.countersign.cli.guard;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts in UTF-8 that commands are given. */
public final class GivenText {
  private static final String STANDARD_INPUT = "-";

  private GivenText() {}

  /**
   * The text of a file.
   *
   * @param file its name, or {@code -} for standard input
   * @param most megabytes that are read
   * @throws Refused if it cannot be read, or is larger
   */
  public static String read(String file, int most, Console console) {
    try (InputStream in = open(file, console)) {
      int limit = most * 1_000_000;
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new Refused(
            "%s is larger than %d MB. Give its parts one by one.".formatted(file, most));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + "). Name a text file.");
    }
  }

  private static InputStream open(String file, Console console) throws IOException {
    return file.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(file));
  }
}
