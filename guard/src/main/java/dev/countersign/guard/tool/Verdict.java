package dev.countersign.guard.tool;

import dev.countersign.guard.Decision;
import java.util.Locale;

/** What becomes of a call. The order is that of severity. */
public enum Verdict {
  /** It goes on. */
  ALLOW(Decision.ACCEPT),
  /**
   * It waits until a person has endorsed the values that are named; without a person it does not go
   * on.
   */
  ASK(Decision.FLAG),
  /** It does not go on, and nobody is asked. */
  DENY(Decision.REJECT);

  private final Decision decision;

  Verdict(Decision decision) {
    this.decision = decision;
  }

  /** As gates in general say it. */
  public Decision decision() {
    return decision;
  }

  /** The word in JSON and on the command line: {@code allow}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severer of two. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
