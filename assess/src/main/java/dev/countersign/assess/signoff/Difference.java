package dev.countersign.assess.signoff;

import java.util.List;
import java.util.Optional;

/**
 * A dependency that says something else than when it was signed.
 *
 * @param before as it was signed; empty where the answer did not stand on it
 * @param after as it is now; empty where the answer no longer stands on it
 */
record Difference(Optional<Dependency> before, Optional<Dependency> after) {
  boolean differs() {
    return !before.equals(after);
  }

  private Dependency either() {
    return after.or(() -> before).orElseThrow();
  }

  Dependency.Kind kind() {
    return either().kind();
  }

  String name() {
    return either().name();
  }

  /** The element that it is about; only of kinds that are about one. */
  String element() {
    return either().element().orElse("");
  }

  List<String> was() {
    return before.map(Dependency::values).orElse(List.of());
  }

  List<String> now() {
    return after.map(Dependency::values).orElse(List.of());
  }

  /** What is there now and was not. */
  List<String> come() {
    return now().stream().filter(value -> !was().contains(value)).toList();
  }

  /** What was there and is not now. */
  List<String> gone() {
    return was().stream().filter(value -> !now().contains(value)).toList();
  }
}
