package dev.countersign.fit.output;

import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML as the JSON that it stands for: YAML 1.2's core schema. The reader bounds its depth. */
final class YamlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private YamlJson() {}

  static JsonNode of(YamlNode node) {
    return switch (node) {
      case Mapping map -> object(map);
      case Sequence list -> array(list);
      case Scalar scalar -> scalar(scalar);
    };
  }

  private static ObjectNode object(Mapping map) {
    ObjectNode object = JSON.objectNode();
    for (Entry entry : map.entries()) {
      object.set(entry.key().text(), of(entry.value()));
    }
    return object;
  }

  private static ArrayNode array(Sequence list) {
    ArrayNode array = JSON.arrayNode();
    list.items().forEach(item -> array.add(of(item)));
    return array;
  }

  private static JsonNode scalar(Scalar scalar) {
    if (!scalar.plain()) {
      return JSON.stringNode(scalar.text());
    }
    if (scalar.isNull()) {
      return JSON.nullNode();
    }
    if (scalar.text().equals("true") || scalar.text().equals("false")) {
      return JSON.booleanNode(scalar.text().equals("true"));
    }
    OptionalDouble number = number(scalar.text());
    return number.isPresent()
        ? JSON.numberNode(number.getAsDouble())
        : JSON.stringNode(scalar.text());
  }

  static OptionalDouble number(String text) {
    if (text.length() > 40 || !text.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }
}
