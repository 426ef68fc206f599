package dev.countersign.guard.output.content;

/** Single escapes: of addresses, of strings in programs (two digits or four), and of HTML. */
final class Unescape {
  private Unescape() {}

  /** How long the escape is that starts here; 0 if none does. */
  static int at(String text, int at, int to) {
    return switch (text.charAt(at)) {
      case '%' -> hex(text, at + 1, 2, to) ? 3 : 0;
      case '\\' -> backslash(text, at, to);
      case '&' -> reference(text, at, to);
      default -> 0;
    };
  }

  private static int backslash(String text, int at, int to) {
    char kind = Chars.at(text, at + 1);
    if (kind == 'x' && hex(text, at + 2, 2, to)) {
      return 4;
    }
    return kind == 'u' && hex(text, at + 2, 4, to) ? 6 : 0;
  }

  private static int reference(String text, int at, int to) {
    if (Chars.at(text, at + 1) != '#') {
      return 0;
    }
    int i = at + 2;
    while (i < to && i - at < 10 && Chars.alnum(text.charAt(i))) {
      i++;
    }
    return i > at + 2 && i < to && text.charAt(i) == ';' ? i - at + 1 : 0;
  }

  private static boolean hex(String text, int from, int count, int to) {
    for (int i = from; i < from + count; i++) {
      if (i >= to || !Chars.hex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** What it stands for, as one character. */
  static char value(String text, int at, int length) {
    int digits = text.charAt(at) == '%' ? at + 1 : at + 2;
    int end = text.charAt(at) == '&' ? at + length - 1 : at + length;
    boolean decimal = text.charAt(at) == '&' && Chars.digit(text.charAt(digits));
    boolean marked = text.charAt(at) == '&' && !decimal;
    try {
      int point = Integer.parseInt(text, marked ? digits + 1 : digits, end, decimal ? 10 : 16);
      return point < 0x10000 ? (char) point : '?';
    } catch (NumberFormatException malformed) {
      return '?';
    }
  }
}
