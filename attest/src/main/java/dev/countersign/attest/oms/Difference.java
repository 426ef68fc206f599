package dev.countersign.attest.oms;

import java.util.Optional;

/**
 * Where a model is not what was signed.
 *
 * @param name of the file or shard
 * @param expected the digest that was signed, lower-case hexadecimal
 * @param found the digest of what is there, lower-case hexadecimal
 */
public record Difference(
    Kind kind, String name, Optional<String> expected, Optional<String> found) {
  /** What is different. */
  public enum Kind {
    /** It was signed and is not there. */
    MISSING,
    /** It has other bytes or another length. */
    CHANGED,
    /** It is there and was not signed. */
    UNSIGNED
  }

  static Difference missing(String name, String expected) {
    return new Difference(Kind.MISSING, name, Optional.of(expected), Optional.empty());
  }

  static Difference changed(String name, String expected, String found) {
    return new Difference(Kind.CHANGED, name, Optional.of(expected), Optional.of(found));
  }

  static Difference unsigned(String name) {
    return new Difference(Kind.UNSIGNED, name, Optional.empty(), Optional.empty());
  }
}
