package dev.countersign.watch.alert;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Text of a log made harmless where people read it: who is watched chooses names and ids, and may
 * choose escape sequences that repaint a terminal, or bidirectional controls that make a line read
 * otherwise than it is.
 */
public final class Harmless {
  private Harmless() {}

  /**
   * The text on one line, with everything that is not shown as itself written by its number, as
   * {@code <U+202E>}.
   */
  public static String line(String text) {
    return replaced(text, point -> String.format(Locale.ROOT, "<U+%04X>", point));
  }

  /** The same, cut where it is longer than so many characters. */
  public static String line(String text, int most) {
    if (text.length() <= most) {
      return line(text);
    }
    int cut = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return line(text.substring(0, cut)) + "…";
  }

  /**
   * JSON with the same characters written as its escapes: it means the same. They stand nowhere but
   * in strings, since JSON is without them elsewhere if it is on one line.
   */
  static String json(String json) {
    return replaced(json, Harmless::escaped);
  }

  private static String escaped(int point) {
    if (Character.getType(point) == Character.SURROGATE) {
      return "\\ufffd"; // Half a character is no JSON (RFC 7493).
    }
    StringBuilder escaped = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
    return escaped.toString();
  }

  private static String replaced(String text, IntFunction<String> by) {
    if (text.codePoints().allMatch(Harmless::isShown)) {
      return text;
    }
    StringBuilder harmless = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (isShown(point)) {
            harmless.appendCodePoint(point);
          } else {
            harmless.append(by.apply(point));
          }
        });
    return harmless.toString();
  }

  private static boolean isShown(int point) {
    if (point >= ' ' && point < 0x7F) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
