package dev.countersign.assess.policy;

import dev.countersign.derive.Severity;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may live with a risk, and how long.
 *
 * @param longest how far ahead the last day of an acceptance may be
 * @param bodies the highest rank that each body may accept, by its name; anybody may accept
 *     anything if empty, nobody may accept anything if it holds an empty map
 */
public record Acceptance(Span longest, Optional<SortedMap<String, Severity>> bodies) {
  public Acceptance {
    bodies = bodies.map(map -> Collections.unmodifiableSortedMap(new TreeMap<>(map)));
  }
}
