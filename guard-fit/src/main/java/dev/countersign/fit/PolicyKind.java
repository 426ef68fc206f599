package dev.countersign.fit;

import dev.countersign.guard.Gate;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A kind of policy that people write in YAML and {@code countersign guard sign} compiles. */
public interface PolicyKind {
  /** The key that stands first in such a file, for example {@code tool-policy}. */
  String key();

  /** The gate that decides by it. */
  Gate gate();

  /**
   * The settings of its profile.
   *
   * @param root the file
   * @param problems takes what is wrong with it
   * @return present if nothing is wrong
   */
  Optional<ObjectNode> compile(YamlNode root, Problems problems);
}
