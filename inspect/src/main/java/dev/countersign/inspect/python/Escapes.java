package dev.countersign.inspect.python;

/** Escape sequences of strings and bytes, by the language reference. */
final class Escapes {
  private Escapes() {}

  /** Text with its escapes decoded; what is no escape stays as it is. */
  static String decode(String raw, boolean bytes) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); ) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        text.append(c);
        i++;
      } else {
        i = escape(raw, i + 1, bytes, text);
      }
    }
    return text.toString();
  }

  private static int escape(String raw, int at, boolean bytes, StringBuilder text) {
    char c = raw.charAt(at);
    return switch (c) {
      case '\n' -> at + 1;
      case '\r' -> at + (raw.startsWith("\r\n", at) ? 2 : 1);
      case 'n' -> put(text, '\n', at);
      case 't' -> put(text, '\t', at);
      case 'r' -> put(text, '\r', at);
      case 'a' -> put(text, 7, at);
      case 'b' -> put(text, 8, at);
      case 'f' -> put(text, 12, at);
      case 'v' -> put(text, 11, at);
      case '\\', '\'', '"' -> put(text, c, at);
      case 'x' -> digits(raw, at + 1, 2, 16, text);
      case 'u' -> bytes ? kept(text, c, at) : digits(raw, at + 1, 4, 16, text);
      case 'U' -> bytes ? kept(text, c, at) : digits(raw, at + 1, 8, 16, text);
      case 'N' -> bytes ? kept(text, c, at) : named(raw, at, text);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(raw, at, text);
      default -> kept(text, c, at);
    };
  }

  private static int put(StringBuilder text, int character, int at) {
    text.append((char) character);
    return at + 1;
  }

  private static int kept(StringBuilder text, char c, int at) {
    text.append('\\').append(c);
    return at + 1;
  }

  private static int digits(String raw, int from, int count, int radix, StringBuilder text) {
    int value = 0;
    int at = from;
    for (; at < Math.min(raw.length(), from + count); at++) {
      int digit = Character.digit(raw.charAt(at), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
    }
    if (Character.isValidCodePoint(value)) {
      text.appendCodePoint(value);
    }
    return at;
  }

  private static int octal(String raw, int from, StringBuilder text) {
    int at = from;
    int value = 0;
    while (at < Math.min(raw.length(), from + 3) && Character.digit(raw.charAt(at), 8) >= 0) {
      value = value * 8 + Character.digit(raw.charAt(at++), 8);
    }
    text.append((char) value);
    return at;
  }

  private static int named(String raw, int at, StringBuilder text) {
    int close = raw.indexOf('}', at);
    if (close < 0 || !raw.startsWith("{", at + 1)) {
      return kept(text, 'N', at);
    }
    try {
      text.appendCodePoint(Character.codePointOf(raw.substring(at + 2, close)));
    } catch (IllegalArgumentException unknown) {
      text.append('\uFFFD');
    }
    return close + 1;
  }
}
