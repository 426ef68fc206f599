package dev.countersign.model.edit;

import dev.countersign.model.SafeText;
import dev.countersign.model.edit.YamlValue.Items;
import dev.countersign.model.edit.YamlValue.Nothing;
import dev.countersign.model.edit.YamlValue.Pairs;
import dev.countersign.model.edit.YamlValue.Text;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes values as people write them in model files: maps in braces on one line while that is short
 * enough, quotes only where YAML needs them.
 */
final class YamlWriter {
  /** The longest line that is still written in one. */
  static final int WIDTH = 100;

  /** What means something in braces or starts a comment. */
  private static final String SIGNS = ",[]{}\"#";

  /** What a value without quotes may start with besides letters and digits. */
  private static final String STARTS = "_./(+";

  private final String newline;
  private final int step;

  /**
   * A writer.
   *
   * @param newline how lines end
   * @param step how many columns one level is indented
   */
  YamlWriter(String newline, int step) {
    this.newline = newline;
    this.step = step;
  }

  /** A value on one line, as it may stand in braces and outside. */
  static String flow(YamlValue value) {
    return switch (value) {
      case Nothing nothing -> "~";
      case Text(var text) -> text(text);
      case Items(var items) ->
          items.stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
      case Pairs(var pairs) ->
          pairs.isEmpty()
              ? "{}"
              : pairs.entrySet().stream()
                  .map(entry -> flow(entry.getKey(), entry.getValue()))
                  .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  /** A key with its value on one line. */
  static String flow(String key, YamlValue value) {
    return text(key) + ": " + flow(value);
  }

  /**
   * A key with its value, without indent at its start: on one line if that is short enough.
   *
   * @param column how far in it stands
   */
  String entry(String key, YamlValue value, int column) {
    String line = flow(key, value);
    return value instanceof Pairs map && !map.pairs().isEmpty() && column + line.length() > WIDTH
        ? spread(key, map, column)
        : line;
  }

  /** A key with a map, each key of which stands on a line of its own. */
  String spread(String key, Pairs map, int column) {
    StringBuilder text = new StringBuilder(text(key)).append(':');
    for (Map.Entry<String, YamlValue> entry : map.pairs().entrySet()) {
      text.append(line(entry(entry.getKey(), entry.getValue(), column + step), column + step));
    }
    return text.toString();
  }

  /** A new line with that text. */
  String line(String text, int column) {
    return newline + " ".repeat(column) + text;
  }

  private static String text(String text) {
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
