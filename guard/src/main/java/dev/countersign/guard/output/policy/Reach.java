package dev.countersign.guard.output.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which hosts addresses may name. */
public enum Reach {
  /** None. */
  NONE,
  /** Those that the policy lists. */
  LISTED,
  /** Any, if nothing else speaks against the address. */
  ANY;

  /** The word in policies: {@code listed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reach of that word. */
  public static Optional<Reach> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
