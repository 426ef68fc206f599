package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A map in a publisher's YAML file. Keys that nobody asks for are passed over, since publishers add
 * some with every release; what is asked for and has the wrong shape is a problem.
 */
final class Fields {
  private final Mapping map;
  private final Problems problems;

  private Fields(Mapping map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /** A node that has to be a map; anything else is reported and read as an empty one. */
  static Fields of(YamlNode node, String what, Problems problems) {
    if (node instanceof Mapping map) {
      return new Fields(map, problems);
    }
    problems.expected(node, "a map: " + what, "Check that this is the format described.");
    return new Fields(new Mapping(List.of(), node.span()), problems);
  }

  /** The text of a key that has to be there. */
  String need(String key) {
    String text = text(key);
    if (text.isBlank()) {
      problems.missingKey(map.span(), key, "a text");
    }
    return text;
  }

  /** The text of a key; empty where there is none. */
  String text(String key) {
    return map.get(key).map(node -> String.join("\n\n", flat(node))).orElse("").strip();
  }

  /** The texts of a key; lists within lists are read as one list. */
  List<String> texts(String key) {
    return map.get(key).map(this::flat).orElse(List.of());
  }

  /** The items of a list, each as it stands. */
  List<YamlNode> nodes(String key) {
    Optional<YamlNode> node = map.get(key);
    if (node.isEmpty() || nothing(node.get())) {
      return List.of();
    }
    if (node.get() instanceof Sequence list) {
      return list.items();
    }
    problems.expected(node.get(), "a list", "Check that this is the format described.");
    return List.of();
  }

  /** The items of a list that has to hold maps. */
  List<Fields> items(String key, String what) {
    return nodes(key).stream().map(item -> of(item, what, problems)).toList();
  }

  /** The items of a list that must not be empty. */
  List<Fields> some(String key, String what) {
    List<Fields> items = items(key, what);
    if (items.isEmpty()) {
      problems.missingKey(map.span(), key, "a list that is not empty");
    }
    return items;
  }

  /** The map below a key; empty where there is none. */
  Fields map(String key) {
    Optional<YamlNode> node = map.get(key).filter(found -> !nothing(found));
    return node.map(found -> of(found, key, problems))
        .orElseGet(() -> new Fields(new Mapping(List.of(), map.span()), problems));
  }

  /** The keys, in the order of the file. */
  List<String> keys() {
    return map.entries().stream().map(Entry::key).map(Scalar::text).toList();
  }

  /** Reports that the text of a key is not what it has to be. */
  void wrong(String key, String expected, String next) {
    problems.expected(map.get(key).orElse(map), expected, next);
  }

  private List<String> flat(YamlNode node) {
    List<String> texts = new ArrayList<>();
    switch (node) {
      case Scalar scalar when !scalar.isNull() -> texts.add(scalar.text());
      case Scalar nothing -> {}
      case Sequence list -> list.items().forEach(item -> texts.addAll(flat(item)));
      case Mapping other ->
          problems.expected(other, "text", "Check that this is the format described.");
    }
    return texts;
  }

  private static boolean nothing(YamlNode node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }
}
