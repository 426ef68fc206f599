package dev.countersign.provenance.table;

import org.jspecify.annotations.Nullable;

/** Short words from what may be long or missing. */
final class Brief {
  private static final int MAX = 200;

  private Brief() {}

  /** The first line of a message, at most 200 characters of it. */
  static String sentence(@Nullable String message, String otherwise) {
    if (message == null || message.isBlank()) {
      return otherwise;
    }
    return cut(message.lines().findFirst().orElse(otherwise), MAX);
  }

  /** A text without what is beyond some length; no pair of surrogates is cut, none stands alone. */
  static String cut(String text, int length) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .limit(length)
        .forEach(c -> kept.appendCodePoint(Character.getType(c) == Character.SURROGATE ? '?' : c));
    return kept.toString();
  }
}
