package dev.countersign.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a gate does that cannot decide: in time, or at all. Its policy says which. */
public enum FailMode {
  /** Lets through and flags it: for a system that must answer. */
  OPEN(Decision.FLAG),
  /** Rejects it: for a system that had better not answer. */
  CLOSED(Decision.REJECT);

  private final Decision decision;

  FailMode(Decision decision) {
    this.decision = decision;
  }

  /** What is decided then. */
  public Decision decision() {
    return decision;
  }

  /** The word in YAML and JSON: {@code open}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of that word. */
  public static Optional<FailMode> of(String word) {
    return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }
}
