package dev.countersign.inspect.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a template.
 *
 * @param at its first character in the template
 * @param text without its braces
 */
record Region(Kind kind, int at, String text) {
  enum Kind {
    /** What is written as it stands. */
    TEXT,
    /** Between two braces. */
    EXPRESSION,
    /** Between a brace and a percent sign. */
    STATEMENT
  }

  /** The parts of a template; comments are left out, what stands in {@code raw} is text. */
  static List<Region> of(String template) {
    List<Region> regions = new ArrayList<>();
    int from = 0;
    while (from < template.length()) {
      int open = opening(template, from);
      if (open > from) {
        regions.add(new Region(Kind.TEXT, from, template.substring(from, open)));
      }
      if (open == template.length()) {
        break;
      }
      from = code(template, open, regions);
    }
    return regions;
  }

  private static int code(String template, int open, List<Region> regions) {
    char kind = template.charAt(open + 1);
    if (kind == '#') {
      int close = template.indexOf("#}", open + 2);
      return close < 0 ? template.length() : close + 2;
    }
    int close = closing(template, open + 2, kind == '{' ? "}}" : "%}");
    String inside = template.substring(open + 2, close);
    int after = Math.min(close + 2, template.length());
    regions.add(
        new Region(kind == '{' ? Kind.EXPRESSION : Kind.STATEMENT, open + 2, trimmed(inside)));
    if (kind == '%' && trimmed(inside).strip().equals("raw")) {
      return raw(template, after, regions);
    }
    return after;
  }

  private static int raw(String template, int from, List<Region> regions) {
    int end = template.indexOf("endraw", from);
    int stop = end < 0 ? template.length() : end;
    regions.add(new Region(Kind.TEXT, from, template.substring(from, stop)));
    int close = template.indexOf("%}", stop);
    return close < 0 ? template.length() : close + 2;
  }

  private static String trimmed(String inside) {
    String start =
        inside.startsWith("-") || inside.startsWith("+") ? " " + inside.substring(1) : inside;
    return start.endsWith("-") || start.endsWith("+")
        ? start.substring(0, start.length() - 1)
        : start;
  }

  private static int opening(String template, int from) {
    for (int at = template.indexOf('{', from); at >= 0; at = template.indexOf('{', at + 1)) {
      if (at + 1 < template.length() && "{%#".indexOf(template.charAt(at + 1)) >= 0) {
        return at;
      }
    }
    return template.length();
  }

  /** Where code ends: its braces, outside of texts and of braces that it opened itself. */
  private static int closing(String template, int from, String close) {
    char quote = 0;
    int braces = 0;
    for (int at = from; at < template.length(); at++) {
      char c = template.charAt(at);
      if (quote != 0) {
        if (c == '\\') {
          at++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (braces == 0 && template.startsWith(close, at)) {
        return at;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{') {
        braces++;
      } else if (c == '}') {
        braces = Math.max(0, braces - 1);
      }
    }
    int plain = template.indexOf(close, from);
    return plain < 0 ? template.length() : plain;
  }
}
