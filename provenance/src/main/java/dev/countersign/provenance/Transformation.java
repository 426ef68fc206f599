package dev.countersign.provenance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A step that made this dataset out of others.
 *
 * @param name what it does: {@code clean}, {@code split}
 * @param tool the program, with its version if it is known
 * @param parameters what it was told, by name
 * @param code the SHA-256 of the program that ran, if it is one's own
 * @param inputs all datasets that it read; empty for a step on the output of the step before
 */
public record Transformation(
    String name,
    Optional<String> tool,
    SortedMap<String, String> parameters,
    Optional<String> code,
    List<Input> inputs) {
  /**
   * @throws IllegalArgumentException if the digest of the code is none
   */
  public Transformation {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) parameters));
    inputs = List.copyOf(inputs);
    if (!code.map(Sha256::is).orElse(true)) {
      throw new IllegalArgumentException("the digest of the code of step \"" + name + "\" is none");
    }
  }
}
