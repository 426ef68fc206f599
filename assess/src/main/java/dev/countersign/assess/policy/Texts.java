package dev.countersign.assess.policy;

import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Reads texts that say something: an empty reason would be no reason. */
final class Texts {
  private Texts() {}

  static Optional<String> text(MapReader map, String key, Problems problems) {
    Optional<Scalar> written = map.scalar(key);
    Optional<String> said = written.map(Scalar::text).filter(text -> !text.isBlank());
    if (said.isEmpty()) {
      written.ifPresent(scalar -> problems.expected(scalar, "text", "Write what belongs here."));
    }
    return said;
  }
}
