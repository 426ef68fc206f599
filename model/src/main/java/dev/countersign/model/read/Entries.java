package dev.countersign.model.read;

import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.List;

/** The entries of a section. */
final class Entries {
  private Entries() {}

  /** The entries of a map by id; nothing at all is an empty section. */
  static List<Entry> of(YamlNode section, String what, Problems problems) {
    if (section instanceof Mapping map) {
      return map.entries();
    }
    if (!(section instanceof Scalar scalar && scalar.isNull())) {
      problems.expected(section, "a map of " + what, "Write each entry as 'id: { … }'.");
    }
    return List.of();
  }
}
