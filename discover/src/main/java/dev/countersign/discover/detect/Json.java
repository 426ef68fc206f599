package dev.countersign.discover.detect;

import dev.countersign.discover.tree.Source;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads JSON and TOML of files that somebody else wrote; depth and sizes are bounded by Jackson.
 */
final class Json {
  /** Editors write configuration with comments. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final TomlMapper TOML = TomlMapper.builder().build();

  private Json() {}

  /** The tree of a JSON file; empty where it is none. */
  static Optional<JsonNode> json(Source source) {
    try {
      return Optional.ofNullable(JSON.readTree(source.text()));
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** The tree of a TOML file; empty where it is none. */
  static Optional<JsonNode> toml(Source source) {
    try {
      return Optional.ofNullable(TOML.readTree(source.text()));
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** The text of a field; empty where it is missing or no text. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : "";
  }
}
