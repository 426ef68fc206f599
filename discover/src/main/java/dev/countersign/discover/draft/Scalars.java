package dev.countersign.discover.draft;

import java.util.Set;

/** Writes values and comments in YAML, whatever text they hold. */
final class Scalars {
  private static final Set<String> RESERVED = Set.of("null", "Null", "NULL");
  private static final int LONGEST_COMMENT = 160;

  private Scalars() {}

  /** A value: plain where that is safe, else in double quotes. */
  static String value(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** Text as it may stand behind {@code #} on one line. */
  static String comment(String text) {
    String safe = dev.countersign.model.SafeText.of(text);
    return safe.length() <= LONGEST_COMMENT
        ? safe
        : safe.substring(
                0,
                safe.offsetByCodePoints(
                    0, Math.min(LONGEST_COMMENT, safe.codePointCount(0, safe.length())) - 1))
            + "…";
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && (isLetterOrDigit(text.charAt(0)) || text.startsWith("../"))
        && text.charAt(text.length() - 1) != ' '
        && text.charAt(text.length() - 1) != ':'
        && text.chars().allMatch(Scalars::isPlain)
        && !text.contains(": ")
        && !RESERVED.contains(text);
  }

  /** No sign that means something in a list or map, and nothing outside ASCII. */
  private static boolean isPlain(int c) {
    return isLetterOrDigit(c) || " ._-/*+()'@:;!=".indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      append(quoted, text.codePointAt(i));
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    if (point == '"' || point == '\\') {
      quoted.append('\\').append((char) point);
    } else if (point >= ' ' && point < 0x7F || isShown(point)) {
      quoted.appendCodePoint(point);
    } else if (Character.getType(point) == Character.SURROGATE) {
      quoted.append('?');
    } else {
      quoted.append("\\U").append("%08X".formatted(point));
    }
  }

  private static boolean isShown(int point) {
    return point > 0xA0
        && dev.countersign.model.SafeText.of(Character.toString(point)).length() <= 2;
  }
}
