package dev.countersign.report.markdown;

import dev.countersign.model.SafeText;

/**
 * Text of a file as it stands in CommonMark: shown as written, on one line, never read as markup or
 * HTML.
 */
public final class MarkdownText {
  private static final String CUT = "…";

  /** Characters that a backslash makes harmless wherever they stand. */
  private static final String ANYWHERE = "\\`*[]~";

  /** Characters that mean something only where a line starts: headings, lists, rules. */
  private static final String AT_THE_START = "#+-=";

  private MarkdownText() {}

  /** The text with every character that means something in Markdown or HTML escaped. */
  public static String of(String hostile) {
    String safe = SafeText.of(hostile);
    StringBuilder text = new StringBuilder(safe.length() + 16);
    for (int i = 0; i < safe.length(); i++) {
      append(text, safe, i);
    }
    return text.toString();
  }

  /** The text, at most that many characters of it. */
  public static String of(String hostile, int most) {
    return of(cut(hostile, most));
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + CUT;
  }

  private static void append(StringBuilder text, String safe, int i) {
    char c = safe.charAt(i);
    switch (c) {
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '&' -> text.append("&amp;");
      case '|' -> text.append("&#124;");
      case '$' -> text.append("&#36;");
      default -> text.append(needsEscape(safe, i) ? "\\" : "").append(c);
    }
  }

  private static boolean needsEscape(String text, int i) {
    char c = text.charAt(i);
    return ANYWHERE.indexOf(c) >= 0
        || c == '(' && i > 0 && text.charAt(i - 1) == ']'
        || c == '_' && !(isWord(text, i - 1) && isWord(text, i + 1))
        || AT_THE_START.indexOf(c) >= 0 && text.substring(0, i).isBlank()
        || (c == '.' || c == ')') && numbersAList(text, i);
  }

  private static boolean isWord(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }

  /** Whether only digits stand before and a space behind: {@code 1. }. */
  private static boolean numbersAList(String text, int dot) {
    return (dot + 1 == text.length() || text.charAt(dot + 1) == ' ')
        && text.chars().limit(dot).allMatch(c -> c == ' ' || c >= '0' && c <= '9');
  }
}
