package dev.countersign.model.edit;

import dev.countersign.model.edit.YamlValue.Items;
import dev.countersign.model.edit.YamlValue.Nothing;
import dev.countersign.model.edit.YamlValue.Pairs;
import dev.countersign.model.edit.YamlValue.Text;
import dev.countersign.model.yaml.YamlText;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes values as people write them in model files: maps in braces on one line while that is short
 * enough, quotes only where YAML needs them.
 */
final class YamlWriter {
  /** The longest line that is still written in one. */
  static final int WIDTH = 100;

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
      case Text(var text) -> YamlText.of(text);
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
    return YamlText.of(key) + ": " + flow(value);
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
    StringBuilder text = new StringBuilder(YamlText.of(key)).append(':');
    for (Map.Entry<String, YamlValue> entry : map.pairs().entrySet()) {
      text.append(line(entry(entry.getKey(), entry.getValue(), column + step), column + step));
    }
    return text.toString();
  }

  /** A new line with that text. */
  String line(String text, int column) {
    return newline + " ".repeat(column) + text;
  }
}
