package dev.countersign.gateway.check;

import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a gate said of one request or answer. It goes to the log; of its reasons the client hears
 * nothing.
 *
 * @param gate which
 * @param decision what it decided
 * @param pValue the p-value of the most unusual part, where the gate has one
 * @param reasons why, the weightiest first; without content
 */
public record Finding(Gate gate, Decision decision, OptionalDouble pValue, List<String> reasons) {
  /** As many reasons as anybody reads. */
  public static final int MOST_REASONS = 8;

  public Finding {
    reasons = List.copyOf(reasons.subList(0, Math.min(reasons.size(), MOST_REASONS)));
  }

  /** Nothing speaks against it. */
  public static Finding accepted(Gate gate) {
    return new Finding(gate, Decision.ACCEPT, OptionalDouble.empty(), List.of());
  }

  /** A decision without a p-value. */
  public static Finding of(Gate gate, Decision decision, String... reasons) {
    return new Finding(gate, decision, OptionalDouble.empty(), List.of(reasons));
  }

  /** Whether it does not go on. */
  public boolean rejects() {
    return decision == Decision.REJECT;
  }
}
