package dev.countersign.guard.output.markup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Styles, read as CSS Syntax Level 3 reads them as far as it matters: comments and escapes. */
final class Css {
  private static final List<String> LOADS =
      List.of(
          "url(",
          "image(",
          "image-set(",
          "cross-fade(",
          "src(",
          "@import",
          "@font-face",
          "@namespace");
  private static final List<String> RUNS =
      List.of(
          "expression(",
          "-moz-binding",
          "behavior:",
          "behaviour:",
          "javascript:",
          "vbscript:",
          "</style");

  private Css() {}

  /** Why it must not stand there, if so. */
  static Optional<String> danger(String style) {
    String plain = plain(style);
    for (String word : LOADS) {
      if (plain.contains(word)) {
        return Optional.of("a style that loads something");
      }
    }
    for (String word : RUNS) {
      if (plain.contains(word)) {
        return Optional.of("a style that runs code");
      }
    }
    boolean covers =
        plain.contains("position:fixed")
            || plain.contains("position:absolute")
            || plain.contains("position:sticky");
    return covers ? Optional.of("a style that may cover the page") : Optional.empty();
  }

  /** Without comments, escapes and blanks, in small letters. */
  private static String plain(String style) {
    StringBuilder plain = new StringBuilder(style.length());
    int i = 0;
    while (i < style.length()) {
      char c = style.charAt(i);
      if (style.startsWith("/*", i)) {
        int end = style.indexOf("*/", i + 2);
        i = end < 0 ? style.length() : end + 2;
      } else if (c == '\\') {
        i = escape(style, i + 1, plain);
      } else {
        if (c > ' ') {
          plain.append(c);
        }
        i++;
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static int escape(String style, int from, StringBuilder plain) {
    int end = from;
    int point = 0;
    while (end < style.length() && end - from < 6 && Character.digit(style.charAt(end), 16) >= 0) {
      point = point * 16 + Character.digit(style.charAt(end), 16);
      end++;
    }
    if (end == from) {
      return from;
    }
    plain.appendCodePoint(point > 0 && point < 0x110000 ? point : 0xFFFD);
    return end < style.length() && style.charAt(end) <= ' ' ? end + 1 : end;
  }
}
