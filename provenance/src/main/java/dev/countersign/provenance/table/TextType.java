package dev.countersign.provenance.table;

import dev.countersign.provenance.ColumnType;

/**
 * The narrowest type that all values of a column of text have. What {@code 2026-11-27} looks like
 * is a date; whether there is such a day is not asked.
 */
final class TextType {
  private static final String DATE = "dddd-dd-dd";

  // No type of ours has longer values.
  private static final int LONGEST = 64;

  private ColumnType type = ColumnType.UNKNOWN;
  private long present;

  /** How many values are not empty. */
  long present() {
    return present;
  }

  ColumnType type() {
    return type;
  }

  void add(char[] text, int from, int length) {
    if (length == 0) {
      return;
    }
    present++;
    if (type != ColumnType.TEXT) {
      type = joined(of(text, from, length));
    }
  }

  private ColumnType joined(ColumnType other) {
    if (type == ColumnType.UNKNOWN || type == other) {
      return other;
    }
    return isNumber(type) && isNumber(other) ? ColumnType.NUMBER : ColumnType.TEXT;
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.NUMBER;
  }

  private static ColumnType of(char[] text, int from, int length) {
    char first = text[from];
    if (length > LONGEST) {
      return ColumnType.TEXT;
    }
    if (first == 't' || first == 'f' || first == 'T' || first == 'F') {
      return isBoolean(new String(text, from, length)) ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }
    if (isDate(text, from, length)) {
      return dated(text, from, length);
    }
    return number(text, from, from + length);
  }

  private static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private static boolean isDate(char[] text, int from, int length) {
    if (length < DATE.length()) {
      return false;
    }
    for (int i = 0; i < DATE.length(); i++) {
      if (DATE.charAt(i) == 'd' ? !isDigit(text[from + i]) : text[from + i] != '-') {
        return false;
      }
    }
    return true;
  }

  private static ColumnType dated(char[] text, int from, int length) {
    if (length == DATE.length()) {
      return ColumnType.DATE;
    }
    char divider = text[from + DATE.length()];
    boolean time = length >= "2026-11-27T10:00".length() && (divider == 'T' || divider == ' ');
    return time && isDigit(text[from + DATE.length() + 1]) ? ColumnType.TIMESTAMP : ColumnType.TEXT;
  }

  private static ColumnType number(char[] text, int from, int end) {
    int at = digits(text, afterSign(text, from, end), end);
    boolean whole = at > afterSign(text, from, end);
    if (whole && at == end) {
      return ColumnType.INTEGER;
    }
    if (at < end && text[at] == '.') {
      int fraction = digits(text, at + 1, end);
      whole |= fraction > at + 1;
      at = fraction;
    }
    if (whole && at < end && (text[at] == 'e' || text[at] == 'E')) {
      int exponent = afterSign(text, at + 1, end);
      at = digits(text, exponent, end);
      whole = at > exponent;
    }
    return whole && at == end ? ColumnType.NUMBER : ColumnType.TEXT;
  }

  private static int afterSign(char[] text, int from, int end) {
    return from < end && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
  }

  private static int digits(char[] text, int from, int end) {
    int at = from;
    while (at < end && isDigit(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
