package dev.countersign.guard.tool.label;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who could have written a value, lowest first: the levels of {@code countersign.yaml}. */
public enum Trust {
  /** Anyone, without an account: mail, web pages, reviews. */
  PUBLIC,
  /** Whoever has an account that anyone may open. */
  CUSTOMER,
  /** Bound by a contract. */
  PARTNER,
  /** Employed or directed by the organisation. */
  STAFF,
  /** Who runs the system; also what its own records say, and its system prompt. */
  OPERATOR;

  /** The word in policies and rulings: {@code public}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that word. */
  public static Optional<Trust> of(String word) {
    return Stream.of(values()).filter(trust -> trust.word().equals(word)).findFirst();
  }

  /** The lower of two. */
  public Trust and(Trust other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether it is lower than another. */
  public boolean below(Trust other) {
    return compareTo(other) < 0;
  }
}
