package dev.countersign.guard.tool.label;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How harmful the disclosure of a value is, least first: the words of {@code countersign.yaml}. */
public enum Sensitivity {
  /** Anyone may read it. */
  PUBLIC,
  /** For the organisation only. */
  INTERNAL,
  /** A leak costs the organisation. */
  CONFIDENTIAL,
  /** About people. */
  PERSONAL,
  /** Health, beliefs and the like (GDPR, article 9). */
  SPECIAL_CATEGORY,
  /** Credentials and keys. */
  SECRET;

  /** The word in policies and rulings: {@code special-category}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sensitivity of that word. */
  public static Optional<Sensitivity> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** The higher of two. */
  public Sensitivity or(Sensitivity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
