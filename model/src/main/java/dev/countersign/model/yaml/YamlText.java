package dev.countersign.model.yaml;

import dev.countersign.model.SafeText;

/** Writes texts in YAML, in quotes only where it needs them. */
public final class YamlText {
  /** What means something in braces or starts a comment. */
  private static final String SIGNS = ",[]{}\"#";

  /** What a value without quotes may start with besides letters and digits. */
  private static final String STARTS = "_./(+";

  private YamlText() {}

  /** A key or a value, as it may stand on one line, in braces too. */
  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** Whether it means itself without quotes, in braces too; stricter than YAML is. */
  private static boolean isPlain(String text) {
    if (text.isBlank() || !text.strip().equals(text) || !SafeText.of(text).equals(text)) {
      return false;
    }
    if (text.equals("null") || text.startsWith("...")) {
      return false;
    }
    int first = text.codePointAt(0);
    return (Character.isLetterOrDigit(first) || STARTS.indexOf(first) >= 0)
        && text.chars().noneMatch(sign -> SIGNS.indexOf(sign) >= 0)
        && !text.endsWith(":")
        && !text.contains(": ");
  }

  /** In double quotes; what cannot be seen is written by its number, so that a reader sees it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        String shown = Character.toString(point);
        boolean safe = SafeText.of(shown).equals(shown);
        quoted.append(safe ? shown : "\\U%08X".formatted(point));
      }
    }
  }
}
