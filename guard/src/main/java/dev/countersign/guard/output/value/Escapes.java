package dev.countersign.guard.output.value;

/** Escapes that programs resolve before they use a value, one layer at a time. */
final class Escapes {
  private Escapes() {}

  /** Percent signs (also {@code %u002e} and overlong UTF-8), and escapes with a backslash. */
  static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('\\') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int used = one(text, i, plain);
      if (used == 0) {
        plain.append(text.charAt(i));
      }
      i += Math.max(1, used);
    }
    return plain.toString();
  }

  private static int one(String text, int at, StringBuilder plain) {
    char c = text.charAt(at);
    if (c == '%') {
      return overlong(text, at, plain) + (overlongAt(text, at) ? 0 : hex(text, at, 1, plain));
    }
    if (c == '\\' && at + 1 < text.length() && "xu".indexOf(text.charAt(at + 1)) >= 0) {
      return digits(text, at + 2, text.charAt(at + 1) == 'x' ? 2 : 4, 2, plain);
    }
    if (c == '&' && text.startsWith("&#", at)) {
      return reference(text, at, plain);
    }
    return 0;
  }

  private static int hex(String text, int at, int lead, StringBuilder plain) {
    boolean wide = at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'u';
    return wide ? digits(text, at + 2, 4, 2, plain) : digits(text, at + lead, 2, lead, plain);
  }

  private static int digits(String text, int from, int count, int lead, StringBuilder plain) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return 0;
      }
      value = value * 16 + digit;
    }
    plain.append((char) value);
    return lead + count;
  }

  private static boolean overlongAt(String text, int at) {
    return text.regionMatches(true, at, "%c0%", 0, 4) || text.regionMatches(true, at, "%c1%", 0, 4);
  }

  /** {@code %c0%ae} is a dot to decoders that do not check (RFC 3629, 10). */
  private static int overlong(String text, int at, StringBuilder plain) {
    StringBuilder second = new StringBuilder();
    if (!overlongAt(text, at) || hex(text, at + 3, 1, second) == 0) {
      return 0;
    }
    int high = Character.digit(text.charAt(at + 2), 16) & 1;
    plain.append((char) (high << 6 | second.charAt(0) & 0x3F));
    return 6;
  }

  private static int reference(String text, int at, StringBuilder plain) {
    boolean hex = at + 2 < text.length() && (text.charAt(at + 2) | 0x20) == 'x';
    int start = at + (hex ? 3 : 2);
    int end = start;
    int value = 0;
    while (end < text.length()
        && end - start < 7
        && Character.digit(text.charAt(end), hex ? 16 : 10) >= 0) {
      value = value * (hex ? 16 : 10) + Character.digit(text.charAt(end), 16);
      end++;
    }
    if (end == start || value > 0xFFFF) {
      return 0;
    }
    plain.append((char) value);
    return end < text.length() && text.charAt(end) == ';' ? end + 1 - at : end - at;
  }
}
