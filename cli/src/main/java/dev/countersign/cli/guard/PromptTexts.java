package dev.countersign.cli.guard;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the texts that the prompt gate is asked about. */
public final class PromptTexts {
  private static final int MOST_BYTES = 64 << 20;
  private static final String STANDARD_INPUT = "-";

  private PromptTexts() {}

  /**
   * A text and how it is called.
   *
   * @param name a file, or a file and the number of a line
   */
  public record Named(String name, String text) {}

  /**
   * Those of a file.
   *
   * @param file its name, or {@code -} for standard input
   * @param lines whether each line that is not blank is a text
   * @throws Refused if it cannot be read, or is larger than 64 MiB
   */
  public static List<Named> of(String file, boolean lines, Console console) {
    String text = read(file, console);
    if (!lines) {
      return List.of(new Named(file, text));
    }
    List<Named> texts = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        texts.add(new Named(file + ":" + number, line));
      }
    }
    return texts;
  }

  private static String read(String file, Console console) {
    try (InputStream in = open(file, console)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refused(file + " is larger than 64 MiB. Score its parts one by one.");
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
