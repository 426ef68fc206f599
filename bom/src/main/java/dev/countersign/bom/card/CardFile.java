package dev.countersign.bom.card;

import dev.countersign.bom.ModelCard.Metric;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model card: {@code README.md} with facts in YAML before its text
 * (huggingface.co/docs/hub/model-cards). What it says is the word of whoever wrote it.
 *
 * @param facts the YAML; empty where it has none that can be read
 * @param text what follows
 */
record CardFile(Optional<Mapping> facts, String text) {
  private static final String FENCE = "---";
  private static final int MOST_METRICS = 200;
  private static final Set<String> TELLING =
      Set.of(
          "base_model",
          "datasets",
          "language",
          "library_name",
          "license",
          "metrics",
          "model-index",
          "pipeline_tag",
          "tags");

  /** Reads it. */
  static CardFile of(String name, String content) {
    List<String> lines = content.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
      return new CardFile(Optional.empty(), content);
    }
    int end = 1;
    while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
      end++;
    }
    String yaml = String.join("\n", lines.subList(1, Math.min(end, lines.size())));
    String text = String.join("\n", lines.subList(Math.min(end + 1, lines.size()), lines.size()));
    return new CardFile(
        YamlFile.parse(name, yaml, new Problems())
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast),
        text);
  }

  /** Whether it is a card and not any other README. */
  boolean isCard() {
    return facts.isPresent()
        && facts.get().entries().stream().anyMatch(entry -> TELLING.contains(entry.key().text()));
  }

  /** The text under a key; the first where a list stands there. */
  Optional<String> first(String key) {
    return all(key).stream().findFirst();
  }

  /** The texts under a key. */
  List<String> all(String key) {
    return facts.flatMap(map -> map.get(key)).map(CardFile::texts).orElse(List.of());
  }

  /** The measurements of {@code model-index}. */
  List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (YamlNode model : items(facts.flatMap(map -> map.get("model-index")))) {
      for (YamlNode result : items(get(model, "results"))) {
        Optional<String> on =
            get(result, "dataset").flatMap(data -> text(data, "name").or(() -> text(data, "type")));
        for (YamlNode metric : items(get(result, "metrics"))) {
          text(metric, "value")
              .filter(_ -> metrics.size() < MOST_METRICS)
              .ifPresent(value -> metrics.add(new Metric(kind(metric), value, on)));
        }
      }
    }
    return metrics;
  }

  private static String kind(YamlNode metric) {
    return text(metric, "type").or(() -> text(metric, "name")).orElse("metric");
  }

  private static List<String> texts(YamlNode node) {
    return switch (node) {
      case Scalar scalar when scalar.isNull() -> List.of();
      case Scalar scalar -> List.of(scalar.text());
      case Sequence sequence ->
          sequence.items().stream()
              .filter(Scalar.class::isInstance)
              .flatMap(item -> texts(item).stream())
              .toList();
      case Mapping _ -> List.of();
    };
  }

  private static List<YamlNode> items(Optional<YamlNode> node) {
    return node.stream()
        .flatMap(it -> it instanceof Sequence list ? list.items().stream() : Stream.empty())
        .toList();
  }

  private static Optional<YamlNode> get(YamlNode node, String key) {
    return node instanceof Mapping map ? map.get(key) : Optional.empty();
  }

  private static Optional<String> text(YamlNode node, String key) {
    return get(node, key).flatMap(it -> texts(it).stream().findFirst());
  }
}
