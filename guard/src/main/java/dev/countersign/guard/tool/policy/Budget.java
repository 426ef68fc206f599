package dev.countersign.guard.tool.policy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a tool one run may use.
 *
 * @param calls the most calls; 0 for any number
 * @param same the most calls with the same arguments; 0 for any number
 * @param spend the argument whose numbers are summed; empty for none
 * @param most the largest sum
 */
public record Budget(int calls, int same, Optional<String> spend, BigDecimal most) {
  /** None at all. */
  public static final Budget NONE = new Budget(0, 0, Optional.empty(), BigDecimal.ZERO);
}
