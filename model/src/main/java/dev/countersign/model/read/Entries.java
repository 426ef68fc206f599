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

  /** What to write where a map by id is wanted. */
  static final String BY_ID = "Write each entry as 'id: { … }'.";

  /**
   * The entries of a map; nothing at all is an empty one.
   *
   * @param what what the map holds, told where it is none
   */
  static List<Entry> of(YamlNode section, String what, String next, Problems problems) {
    if (section instanceof Mapping map) {
      return map.entries();
    }
    if (!(section instanceof Scalar scalar && scalar.isNull())) {
      problems.expected(section, "a map of " + what, next);
    }
    return List.of();
  }
}
