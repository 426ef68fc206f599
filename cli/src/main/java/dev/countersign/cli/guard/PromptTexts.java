package dev.countersign.cli.guard;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import java.util.ArrayList;
import java.util.List;

/** Reads the texts that the prompt gate is asked about. */
public final class PromptTexts {
  private static final int MOST_MEGABYTES = 64;

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
   * @throws Refused if it cannot be read, or is larger than 64 MB
   */
  public static List<Named> of(String file, boolean lines, Console console) {
    String text = GivenText.read(file, MOST_MEGABYTES, console);
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
}
