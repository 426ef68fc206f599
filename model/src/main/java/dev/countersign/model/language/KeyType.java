package dev.countersign.model.language;

import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Set;

/** What a key may hold. */
public sealed interface KeyType {
  /** One of these words. */
  record OneOf(List<Vocable> words) implements KeyType {}

  /** Any of these words; one word may stand without brackets; {@code none} means no one of them. */
  record AnyOf(List<Vocable> words) implements KeyType {}

  /** A trust level. */
  record Trust() implements KeyType {}

  /** {@code yes} or {@code no} ({@code true} and {@code false} are read too). */
  record YesNo() implements KeyType {}

  /** Free text on one or more lines. */
  record FreeText() implements KeyType {}

  /** The id of an element of one of these kinds. */
  record Reference(Set<ElementKind> kinds) implements KeyType {}

  /** Ids of elements of these kinds; one id may stand without brackets; {@code none} means none. */
  record References(Set<ElementKind> kinds) implements KeyType {}

  /** A day as {@code 2027-02-01}. */
  record Date() implements KeyType {}

  /** {@code 50/s}, {@code 200/min}, {@code 10/h}, {@code 1200000/day}, {@code 3/week}, … */
  record Frequency() implements KeyType {}

  /** {@code 40 EUR} or {@code 20..90 EUR}. */
  record Amount() implements KeyType {}

  /** A whole number. */
  record Number() implements KeyType {}

  /** A path or glob, or a list of them. */
  record Files() implements KeyType {}

  /**
   * A word and what it means, shown by completion, in errors and in the reference.
   *
   * @param word lower case, words joined by hyphens
   * @param meaning one phrase without a full stop
   */
  record Vocable(String word, String meaning) {}
}
