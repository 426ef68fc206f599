package dev.countersign.model;

import java.util.Locale;

/**
 * Text of a file made safe to print: a file may hold escape sequences that repaint a terminal, or
 * bidirectional controls that make a line read differently from what it says.
 */
public final class SafeText {
  private SafeText() {}

  /**
   * The text with everything that is not shown as itself written by its number, as {@code
   * <U+202E>}.
   */
  public static String of(String text) {
    int first = firstUnsafe(text);
    if (first < 0) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      append(safe, text.codePointAt(i));
    }
    return safe.toString();
  }

  /** How many columns a terminal needs for a text that is safe. */
  public static int width(String safe) {
    int width = 0;
    for (int i = 0; i < safe.length(); i += Character.charCount(safe.codePointAt(i))) {
      width += width(safe.codePointAt(i));
    }
    return width;
  }

  private static int firstUnsafe(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isSafe(text.codePointAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder safe, int point) {
    if (isSafe(point)) {
      safe.appendCodePoint(point);
    } else {
      String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
      safe.append("<U+").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex).append('>');
    }
  }

  private static boolean isSafe(int point) {
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

  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  /** The blocks that terminals draw two columns wide (Unicode TR 11), to within a few signs. */
  private static boolean isWide(int point) {
    return point >= 0x1100
        && (point <= 0x115F
            || point >= 0x2E80 && point <= 0xA4CF && point != 0x303F
            || point >= 0xAC00 && point <= 0xD7A3
            || point >= 0xF900 && point <= 0xFAFF
            || point >= 0xFE30 && point <= 0xFE6F
            || point >= 0xFF00 && point <= 0xFF60
            || point >= 0xFFE0 && point <= 0xFFE6
            || point >= 0x1F300 && point <= 0x1FAFF
            || point >= 0x20000 && point <= 0x3FFFD);
  }
}
