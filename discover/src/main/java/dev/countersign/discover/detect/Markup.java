package dev.countersign.discover.detect;

/** Takes the marks of Markdown off a line of text. */
final class Markup {
  private Markup() {}

  /** The text without emphasis, code marks, pictures and the addresses of links. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ']' && i + 1 < text.length() && text.charAt(i + 1) == '(') {
        int close = text.indexOf(')', i);
        i = close < 0 ? text.length() : close + 1;
      } else {
        if ("*`[]".indexOf(c) < 0) {
          plain.append(c);
        }
        i++;
      }
    }
    return plain.toString();
  }
}
