package dev.countersign.bom.lock;

import dev.countersign.model.yaml.YamlNode;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads fields of trees that may hold anything. */
final class Nodes {
  private Nodes() {}

  /** The text of a field; empty where it is missing or no text. */
  static String text(JsonNode node, String field) {
    return node.path(field).isString() ? node.path(field).stringValue() : "";
  }

  /** The text of a key; empty where it is missing or no text. */
  static String text(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping map ? map.get(key).map(Nodes::text).orElse("") : "";
  }

  /** The entries below a key; none where it is missing or no map. */
  static List<YamlNode.Entry> entries(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping map
            && map.get(key).orElse(node) instanceof YamlNode.Mapping below
            && below != node
        ? below.entries()
        : List.of();
  }

  private static String text(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
