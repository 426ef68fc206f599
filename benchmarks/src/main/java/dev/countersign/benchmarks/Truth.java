package dev.countersign.benchmarks;

import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads systems and what is expected of them; JSON is YAML, so one reader does for both. */
final class Truth {
  private Truth() {}

  static YamlNode read(Path file) {
    Problems problems = new Problems();
    return YamlFile.read(file, problems)
        .orElseThrow(() -> new IllegalArgumentException(String.valueOf(problems.sorted())));
  }

  static Derivation derive(Path folder, Knowledge knowledge) {
    ModelReader.Result result = ModelReader.read(folder.resolve("countersign.yaml"));
    return Derivation.of(
        result
            .model()
            .orElseThrow(() -> new IllegalArgumentException(String.valueOf(result.problems()))),
        knowledge);
  }

  static Optional<YamlNode> get(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping map ? map.get(key) : Optional.empty();
  }

  static List<YamlNode> items(Optional<YamlNode> node) {
    return node.orElse(null) instanceof YamlNode.Sequence list ? list.items() : List.of();
  }

  static List<String> texts(Optional<YamlNode> node) {
    return items(node).stream().map(Truth::text).toList();
  }

  static List<String> keys(Optional<YamlNode> node) {
    return node.orElse(null) instanceof YamlNode.Mapping map
        ? map.entries().stream().map(entry -> entry.key().text()).toList()
        : List.of();
  }

  static String text(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
