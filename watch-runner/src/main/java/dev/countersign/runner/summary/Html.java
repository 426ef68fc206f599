package dev.countersign.runner.summary;

import dev.countersign.watch.alert.Harmless;

/** Text for HTML and SVG, where whoever is watched chose it. */
final class Html {
  private Html() {}

  /** The text as it may stand in an element or in a quoted attribute. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    Harmless.line(text).codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    switch (point) {
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '&' -> safe.append("&amp;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(point);
    }
  }
}
