package dev.countersign.guard.output.markup;

import java.util.Map;

/** Character references as HTML decodes them in attributes (WHATWG HTML, 13.2.5.72), in part. */
final class Entities {
  /** Those that can hide the signs of an address or of a style. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("colon", ":"),
          Map.entry("Tab", "\t"),
          Map.entry("NewLine", "\n"),
          Map.entry("sol", "/"),
          Map.entry("bsol", "\\"),
          Map.entry("period", "."),
          Map.entry("lpar", "("),
          Map.entry("rpar", ")"),
          Map.entry("commat", "@"),
          Map.entry("num", "#"),
          Map.entry("quest", "?"),
          Map.entry("equals", "="),
          Map.entry("percnt", "%"),
          Map.entry("semi", ";"),
          Map.entry("comma", ","),
          Map.entry("lbrace", "{"),
          Map.entry("lcub", "{"),
          Map.entry("rcub", "}"),
          Map.entry("nbsp", " "),
          Map.entry("excl", "!"),
          Map.entry("lsqb", "["),
          Map.entry("rsqb", "]"),
          Map.entry("lbrack", "["),
          Map.entry("rbrack", "]"),
          Map.entry("grave", "`"),
          Map.entry("AMP", "&"),
          Map.entry("LT", "<"),
          Map.entry("GT", ">"),
          Map.entry("QUOT", "\""));

  private Entities() {}

  /** The text with its references resolved. */
  static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int used = text.charAt(i) == '&' ? reference(text, i, plain) : 0;
      if (used == 0) {
        plain.append(text.charAt(i));
      }
      i += Math.max(1, used);
    }
    return plain.toString();
  }

  private static int reference(String text, int at, StringBuilder plain) {
    return at + 1 < text.length() && text.charAt(at + 1) == '#'
        ? number(text, at, plain)
        : name(text, at, plain);
  }

  /** Browsers take numbers without a semicolon too. */
  private static int number(String text, int at, StringBuilder plain) {
    int i = at + 2;
    boolean hex = i < text.length() && (text.charAt(i) | 0x20) == 'x';
    i += hex ? 1 : 0;
    int start = i;
    int point = 0;
    while (i < text.length() && Character.digit(text.charAt(i), hex ? 16 : 10) >= 0) {
      point = Math.min(0x110000, point * (hex ? 16 : 10) + Character.digit(text.charAt(i), 16));
      i++;
    }
    if (i == start) {
      return 0;
    }
    plain.appendCodePoint(point > 0 && point < 0x110000 ? point : 0xFFFD);
    return i < text.length() && text.charAt(i) == ';' ? i + 1 - at : i - at;
  }

  private static int name(String text, int at, StringBuilder plain) {
    int i = at + 1;
    while (i < text.length() && i - at < 12 && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    String value = NAMED.get(text.substring(at + 1, i));
    boolean closed = i < text.length() && text.charAt(i) == ';';
    if (value == null || !closed) {
      return 0;
    }
    plain.append(value);
    return i + 1 - at;
  }
}
