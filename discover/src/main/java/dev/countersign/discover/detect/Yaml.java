package dev.countersign.discover.detect;

import dev.countersign.discover.tree.Source;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads YAML of files that somebody else wrote; what cannot be read is passed over. */
final class Yaml {
  private static final int MOST_DOCUMENTS = 50;

  private Yaml() {}

  /** The documents that are maps. Lines count through the whole file. */
  static List<Mapping> documents(Source source) {
    List<Mapping> documents = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int line = 0;
    for (String row : source.lines()) {
      line++;
      if (row.startsWith("---") && documents.size() < MOST_DOCUMENTS) {
        add(source, text, documents);
        text.setLength(0);
        text.repeat('\n', line);
      } else {
        text.append(row).append('\n');
      }
    }
    add(source, text, documents);
    return documents;
  }

  private static void add(Source source, StringBuilder text, List<Mapping> documents) {
    if (text.chars().anyMatch(c -> c > ' ')) {
      YamlFile.parse(source.path(), text.toString(), new Problems())
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .ifPresent(documents::add);
    }
  }

  /** What stands under these keys, one below the other. */
  static Optional<YamlNode> at(YamlNode node, String... keys) {
    Optional<YamlNode> at = Optional.of(node);
    for (String key : keys) {
      at = at.flatMap(map -> map instanceof Mapping fields ? fields.get(key) : Optional.empty());
    }
    return at;
  }

  /** The text under these keys; empty where there is none. */
  static String text(YamlNode node, String... keys) {
    return at(node, keys).map(Yaml::scalar).orElse("");
  }

  /** The entries of a map under these keys; none where there is no map. */
  static List<Entry> entries(YamlNode node, String... keys) {
    return at(node, keys).orElse(node) instanceof Mapping map && at(node, keys).isPresent()
        ? map.entries()
        : List.of();
  }

  /** The items of a list under these keys; one value counts as a list of one. */
  static List<YamlNode> items(YamlNode node, String... keys) {
    return at(node, keys)
        .map(found -> found instanceof Sequence list ? list.items() : List.of(found))
        .orElse(List.of());
  }

  /** The texts of a list under these keys. */
  static List<String> texts(YamlNode node, String... keys) {
    return items(node, keys).stream().map(Yaml::scalar).filter(t -> !t.isEmpty()).toList();
  }

  static String scalar(YamlNode node) {
    return node instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }

  static int line(YamlNode node) {
    return node.place().line();
  }
}
