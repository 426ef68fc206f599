package dev.countersign.guard.tool.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers that were computed from two that were seen. */
final class Numbers {
  private static final int LONGEST = 18;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Numbers() {}

  /** A number of at most {@value #LONGEST} characters. */
  static Optional<BigDecimal> of(String token) {
    if (token.isEmpty() || token.length() > LONGEST || !Tokens.isNumber(token)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(token).stripTrailingZeros());
    } catch (NumberFormatException dots) {
      return Optional.empty();
    }
  }

  /**
   * Two numbers of which it is the sum, the difference, or a percentage; takes time in proportion
   * to the numbers.
   */
  static Optional<List<Piece>> derived(BigDecimal value, Map<BigDecimal, Piece> seen) {
    for (Map.Entry<BigDecimal, Piece> one : seen.entrySet()) {
      BigDecimal a = one.getKey();
      // Zero and one make everything out of anything.
      if (a.compareTo(BigDecimal.ONE) <= 0) {
        continue;
      }
      for (BigDecimal b : counterparts(value, a)) {
        Piece other = seen.get(b);
        if (other != null && b.compareTo(BigDecimal.ONE) > 0) {
          return Optional.of(List.of(one.getValue(), other));
        }
      }
    }
    return Optional.empty();
  }

  private static List<BigDecimal> counterparts(BigDecimal value, BigDecimal a) {
    List<BigDecimal> others = new ArrayList<>(3);
    others.add(value.subtract(a).stripTrailingZeros());
    others.add(value.add(a).stripTrailingZeros());
    if (a.compareTo(HUNDRED) < 0) {
      BigDecimal whole = value.multiply(HUNDRED);
      BigDecimal[] parts = whole.divideAndRemainder(a);
      if (parts[1].signum() == 0) {
        others.add(parts[0].stripTrailingZeros());
      }
    }
    return others;
  }
}
