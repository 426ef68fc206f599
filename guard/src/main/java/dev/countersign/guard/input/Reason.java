package dev.countersign.guard.input;

import java.util.Locale;

/**
 * One thing that speaks against an input.
 *
 * @param kind what is wrong
 * @param feature which feature; empty where it is about all of them
 * @param found what it had, as text from outside: escape it
 * @param expected what training data had
 * @param share of {@link Kind#UNUSUAL}: its part in the distance, from 0 to 1; otherwise 1
 */
public record Reason(Kind kind, String feature, String found, String expected, double share) {
  /** What can be wrong. */
  public enum Kind {
    /** Another number of features. */
    WIDTH,
    /** A feature or class that the profile does not know. */
    UNKNOWN_NAME,
    /** No finite number where one is expected. */
    NOT_A_NUMBER,
    /** Beyond what training data had, and some more. */
    OUT_OF_RANGE,
    /** A category that training data did not have. */
    NEW_CATEGORY,
    /** Missing, which it never was. */
    MISSING,
    /** Whether the model's answer is known: it must be, or must not be. */
    PREDICTION,
    /** Each value may be; together they are rare. */
    UNUSUAL,
    /** The deadline passed. */
    OUT_OF_TIME;

    /** The word in JSON: {@code out-of-range}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Reason of(Kind kind, String feature, String found, String expected) {
    return new Reason(kind, feature, found, expected, 1);
  }
}
