package dev.countersign.inspect.jinja;

/** Escapes in texts, as Python resolves them. */
final class Escapes {
  private Escapes() {}

  /** A text with every escape replaced by its character. */
  static String resolved(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\' || at == text.length()) {
        plain.append(c);
        continue;
      }
      at = escape(text, at, plain);
    }
    return plain.toString();
  }

  private static int escape(String text, int at, StringBuilder plain) {
    char c = text.charAt(at);
    return switch (c) {
      case 'n' -> put(plain, '\n', at + 1);
      case 't' -> put(plain, '\t', at + 1);
      case 'r' -> put(plain, '\r', at + 1);
      case 'x' -> number(text, at + 1, 2, 16, plain);
      case 'u' -> number(text, at + 1, 4, 16, plain);
      case 'U' -> number(text, at + 1, 8, 16, plain);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(text, at, plain);
      case '\n' -> at + 1;
      default -> put(plain, c, at + 1);
    };
  }

  private static int octal(String text, int at, StringBuilder plain) {
    int end = at;
    while (end < text.length() && end < at + 3 && Character.digit(text.charAt(end), 8) >= 0) {
      end++;
    }
    return number(text, at, end - at, 8, plain);
  }

  private static int number(String text, int at, int digits, int radix, StringBuilder plain) {
    int end = Math.min(text.length(), at + digits);
    int code = 0;
    for (int i = at; i < end; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return at;
      }
      code = code * radix + digit;
    }
    if (Character.isValidCodePoint(code)) {
      plain.appendCodePoint(code);
    }
    return end;
  }

  private static int put(StringBuilder plain, char c, int next) {
    plain.append(c);
    return next;
  }
}
