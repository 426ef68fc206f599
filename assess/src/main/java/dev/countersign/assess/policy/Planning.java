package dev.countersign.assess.policy;

import dev.countersign.derive.Severity;
import java.util.Optional;

/**
 * What a planned control is worth.
 *
 * @param longest how far ahead its day may be
 * @param failOn the lowest rank for which a plan is not enough; empty if it always is
 */
public record Planning(Span longest, Optional<Severity> failOn) {
  /** Whether a plan answers a threat of that rank. */
  public boolean isEnoughFor(Severity severity) {
    return failOn.filter(lowest -> severity.compareTo(lowest) >= 0).isEmpty();
  }
}
