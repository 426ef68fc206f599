package dev.countersign.guard.tool;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that arguments hold, as they are compared with what a policy allows. */
final class Amounts {
  private static final int LONGEST = 40;

  private Amounts() {}

  /** A number in plain digits; with an exponent it would take room to write out. */
  static Optional<BigDecimal> of(String text) {
    if (text.length() > LONGEST || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
