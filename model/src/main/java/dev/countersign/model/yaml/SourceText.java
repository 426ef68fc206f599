package dev.countersign.model.yaml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The text of a file, by line. Lines are found only when a problem has to show one. */
final class SourceText {
  private final String file;
  private final String text;
  private final Map<Integer, String> shown = new HashMap<>();
  private int[] starts = {};

  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  String file() {
    return file;
  }

  /** The line of that number, from 1, without its end; empty beyond the last. */
  String line(int number) {
    // Kept, since many problems may stand on one very long line.
    return shown.computeIfAbsent(number, this::cut);
  }

  /** The 1-based line and column at which a code unit of the text stands. */
  Span spanAt(int index) {
    int found = Arrays.binarySearch(starts(), index);
    int line = found >= 0 ? found : -found - 2;
    return new Span(this, line + 1, text.codePointCount(starts()[line], index) + 1, 1);
  }

  private String cut(int number) {
    if (number > starts().length) {
      return "";
    }
    int from = starts()[number - 1];
    int to = number < starts().length ? starts()[number] : text.length();
    while (to > from && isBreak(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private int[] starts() {
    if (starts.length == 0) {
      starts = findStarts();
    }
    return starts;
  }

  private int[] findStarts() {
    int[] found = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (ends) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = i + 1;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
