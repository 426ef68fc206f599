package dev.countersign.cli.compare;

/** Makes names alike that differ in how they are written only. */
final class Spelling {
  private Spelling() {}

  /** Letters and digits, in lower case: {@code find_shoes} and {@code find-shoes} are one. */
  static String of(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
