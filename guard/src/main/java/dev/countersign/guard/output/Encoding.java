package dev.countersign.guard.output;

import dev.countersign.guard.output.policy.Destination;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The encodings that take the effect of a text away and keep what it says. */
final class Encoding {
  private static final String FORMULAS = "=+-@|\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private static final boolean[] HTML = signs("&<>\"'`=/");
  private static final boolean[] MARKDOWN = signs("&<>\"'`=/\\[]()!*_{}#|:@~$");
  private static final String[] REFERENCES = references();

  private Encoding() {}

  private static boolean[] signs(String signs) {
    boolean[] table = new boolean[128];
    signs.chars().forEach(c -> table[c] = true);
    return table;
  }

  private static String[] references() {
    String[] table = new String[128];
    Arrays.setAll(table, c -> "&#" + c + ";");
    return table;
  }

  static Optional<String> of(String text, Destination destination) {
    return switch (destination) {
      case HTML -> Optional.of(html(text));
      case MARKDOWN -> Optional.of(markdown(text));
      case SQL_VALUE ->
          text.indexOf('\0') >= 0 || text.indexOf('\\') >= 0
              ? Optional.empty()
              : Optional.of("'" + text.replace("'", "''") + "'");
      case SHELL ->
          text.indexOf('\0') >= 0 || text.startsWith("-")
              ? Optional.empty()
              : Optional.of("'" + text.replace("'", "'\\''") + "'");
      case LOG -> Optional.of(visible(text, true));
      case TERMINAL -> Optional.of(visible(text, false));
      case CELL -> Optional.of(cell(text));
      default -> Optional.empty();
    };
  }

  /** OWASP, "Cross Site Scripting Prevention": for text and for quoted attributes. */
  private static String html(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + text.length() / 8 + 16);
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 && HTML[c]) {
        encoded.append(text, done, i).append(REFERENCES[c]);
        done = i + 1;
      }
    }
    return encoded.append(text, done, text.length()).toString();
  }

  /** Every sign that Markdown or an autolink needs, as a reference. */
  private static String markdown(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + text.length() / 8 + 16);
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean www = (c == 'w' || c == 'W') && text.regionMatches(true, i, "www.", 0, 4);
      if (www || c < 128 && MARKDOWN[c]) {
        encoded.append(text, done, i).append(REFERENCES[c]);
        done = i + 1;
      }
    }
    return encoded.append(text, done, text.length()).toString();
  }

  /** Controls and look-ups as escapes that people can read. */
  private static String visible(String text, boolean log) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\t' || c >= 127 && c < 160;
      boolean separator =
          c == '\u2028'
              || c == '\u2029'
              || c >= '\u202A' && c <= '\u202E'
              || c >= '\u2066' && c <= '\u2069';
      boolean log4j = log && (c == '$' || c == '%' || c == '\\');
      if (c == '\n') {
        encoded.append(log ? "\\n" : "\n");
      } else if (c == '\r' && log) {
        encoded.append("\\r");
      } else if (control || separator || log4j) {
        encoded.append(String.format(Locale.ROOT, "<U+%04X>", (int) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  /**
   * A field of CSV, as OWASP's "CSV Injection" wants it: in double quotes, those in it doubled, and
   * an apostrophe in front of what a spreadsheet would compute.
   */
  private static String cell(String text) {
    String stripped = text.strip();
    boolean first = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    boolean formula = first || !stripped.isEmpty() && FORMULAS.indexOf(stripped.charAt(0)) >= 0;
    String oneLine = text.replace("\r", " ").replace("\n", " ").replace("\t", " ");
    String field = (formula || stripped.startsWith("\"") ? "'" : "") + oneLine;
    return '"' + field.replace("\"", "\"\"") + '"';
  }
}
