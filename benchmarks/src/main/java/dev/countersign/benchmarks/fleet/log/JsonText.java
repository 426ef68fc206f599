package dev.countersign.benchmarks.fleet.log;

/** Text as a string of JSON. */
public final class JsonText {
  private JsonText() {}

  /** Appends the text in quotes; a half of a surrogate pair is written by its number. */
  public static void append(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }
}
