package dev.countersign.inspect.pickle;

import java.nio.charset.StandardCharsets;

/**
 * The escapes of strings in text pickles, as CPython's {@code PyBytes_DecodeEscape} and {@code
 * PyUnicode_DecodeRawUnicodeEscape} read them.
 */
final class Escapes {
  private Escapes() {}

  static String decode(Text.Form form, byte[] raw) {
    return switch (form) {
      case UTF8 -> new String(raw, StandardCharsets.UTF_8);
      case LATIN1 -> new String(raw, StandardCharsets.ISO_8859_1);
      case RAW_UNICODE_ESCAPE -> rawUnicode(new String(raw, StandardCharsets.ISO_8859_1));
      case STRING_ESCAPE -> string(new String(raw, StandardCharsets.ISO_8859_1));
    };
  }

  private static String rawUnicode(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int digits = unicodeDigits(raw, at);
      int code = digits == 0 ? -1 : number(raw, at + 2, digits, 16);
      if (code >= 0 && code <= Character.MAX_CODE_POINT) {
        out.appendCodePoint(code);
        at += 2 + digits;
      } else if (raw.charAt(at) == '\\' && at + 1 < raw.length()) {
        out.append(raw, at, at + 2);
        at += 2;
      } else {
        out.append(raw.charAt(at++));
      }
    }
    return out.toString();
  }

  private static int unicodeDigits(String raw, int at) {
    if (raw.startsWith("\\u", at)) {
      return 4;
    }
    return raw.startsWith("\\U", at) ? 8 : 0;
  }

  private static String string(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      at =
          raw.charAt(at) == '\\' && at + 1 < raw.length()
              ? escape(raw, at + 1, out)
              : copied(raw, at, out);
    }
    return out.toString();
  }

  private static int copied(String raw, int at, StringBuilder out) {
    out.append(raw.charAt(at));
    return at + 1;
  }

  private static int escape(String raw, int at, StringBuilder out) {
    char escaped = raw.charAt(at);
    int simple = "\\'\"bftnrva".indexOf(escaped);
    if (simple >= 0) {
      out.append("\\'\"\b\f\t\n\r\u000b\u0007".charAt(simple));
      return at + 1;
    }
    if (escaped == '\n') {
      return at + 1;
    }
    if (escaped == 'x' && number(raw, at + 1, 2, 16) >= 0) {
      out.append((char) number(raw, at + 1, 2, 16));
      return at + 3;
    }
    int octal = octalDigits(raw, at);
    if (octal > 0) {
      out.append((char) (number(raw, at, octal, 8) & 0xFF));
      return at + octal;
    }
    out.append('\\').append(escaped);
    return at + 1;
  }

  private static int octalDigits(String raw, int at) {
    int digits = 0;
    while (digits < 3
        && at + digits < raw.length()
        && Character.digit(raw.charAt(at + digits), 8) >= 0) {
      digits++;
    }
    return digits;
  }

  private static int number(String raw, int at, int digits, int radix) {
    if (at + digits > raw.length()) {
      return -1;
    }
    long value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(raw.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value > Integer.MAX_VALUE ? -1 : (int) value;
  }
}
