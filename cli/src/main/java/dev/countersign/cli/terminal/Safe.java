package dev.countersign.cli.terminal;

import dev.countersign.model.SafeText;
import java.util.Locale;
import java.util.Map;

/** Text from files as it may stand on one line of a terminal. */
public final class Safe {
  private static final Map<Integer, String> ASCII =
      Map.ofEntries(
          Map.entry((int) '\u00a0', " "),
          Map.entry((int) '→', "->"),
          Map.entry((int) '←', "<-"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '‑', "-"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '…', "..."),
          Map.entry((int) '•', "-"),
          Map.entry((int) '·', "-"),
          Map.entry((int) '×', "x"),
          Map.entry((int) '≥', ">="),
          Map.entry((int) '≤', "<="));

  private Safe() {}

  /** The text with white space as single spaces and whatever could repaint a terminal visible. */
  public static String line(String text) {
    return SafeText.of(singleSpaced(text));
  }

  /** The same in ASCII: known signs by what they stand for, all else by its number. */
  static String ascii(String line) {
    StringBuilder ascii = new StringBuilder(line.length());
    line.codePoints().forEach(point -> appendAscii(ascii, point));
    return ascii.toString();
  }

  private static String singleSpaced(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) {
        line.append(c);
      } else if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString();
  }

  private static void appendAscii(StringBuilder ascii, int point) {
    if (point < 0x80) {
      ascii.append((char) point);
    } else {
      ascii.append(ASCII.getOrDefault(point, String.format(Locale.ROOT, "<U+%04X>", point)));
    }
  }
}
