package dev.countersign.report.onepage;

/** Shortens text that people wrote. */
final class Clip {
  private static final String CUT = "…";

  private Clip() {}

  /** The text, or its beginning up to a word, with a sign that it goes on. */
  static String to(int most, String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    String start = line.substring(0, line.offsetByCodePoints(0, most - 1));
    int space = start.lastIndexOf(' ');
    String words = space > most / 2 ? start.substring(0, space) : start;
    return words.replaceAll("[.,;:]+$", "") + CUT;
  }
}
