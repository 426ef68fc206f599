package dev.countersign.bom.gather;

import dev.countersign.model.Repository;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who answers for the data of a system: those whom a rule of the nearest {@code
 * countersign-trust.yaml} lets speak as {@code data-steward}. Whether that file is right is for
 * {@code check} to say; here its names are read.
 */
final class Stewards {
  private static final String FILE = "countersign-trust.yaml";
  private static final String ROLE = "data-steward";

  private Stewards() {}

  static List<String> of(Path folder, String system) {
    return nearest(folder)
        .flatMap(file -> YamlFile.read(file, new Problems()))
        .filter(Mapping.class::isInstance)
        .map(node -> named((Mapping) node, system))
        .orElse(List.of());
  }

  private static Optional<Path> nearest(Path folder) {
    Path top = Repository.rootOf(folder);
    for (Path at = folder; at != null && at.startsWith(top); at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(FILE))) {
        return Optional.of(at.resolve(FILE));
      }
    }
    return Optional.empty();
  }

  private static List<String> named(Mapping policy, String system) {
    return items(policy, "rules")
        .filter(rule -> texts(rule, "roles").contains(ROLE))
        .filter(rule -> texts(rule, "systems").isEmpty() || texts(rule, "systems").contains(system))
        .flatMap(rule -> texts(rule, "identity").stream())
        .map(id -> name(policy, id))
        .distinct()
        .sorted()
        .toList();
  }

  private static String name(Mapping policy, String id) {
    return policy.get("identities").stream()
        .filter(Mapping.class::isInstance)
        .flatMap(map -> ((Mapping) map).entries().stream())
        .filter(entry -> entry.key().text().equals(id))
        .map(Entry::value)
        .flatMap(identity -> texts(identity, "name").stream())
        .findFirst()
        .orElse(id);
  }

  private static Stream<YamlNode> items(Mapping map, String key) {
    return map.get(key).orElse(map) instanceof Sequence list
        ? list.items().stream()
        : Stream.empty();
  }

  private static List<String> texts(YamlNode node, String key) {
    Optional<YamlNode> value = node instanceof Mapping map ? map.get(key) : Optional.empty();
    return switch (value.orElse(node)) {
      case Scalar scalar -> List.of(scalar.text());
      case Sequence list ->
          list.items().stream()
              .filter(Scalar.class::isInstance)
              .map(item -> ((Scalar) item).text())
              .toList();
      case Mapping _ -> List.of();
    };
  }
}
