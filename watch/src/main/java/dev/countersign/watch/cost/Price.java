package dev.countersign.watch.cost;

import dev.countersign.watch.event.Event;
import java.util.Set;

/** What a request costs whoever runs the model, as far as its log line tells. */
final class Price {
  /** What a token of an answer costs, in tokens of a request: between 3 and 5 at most vendors. */
  private static final double ANSWER = 4;

  /** No request costs more, whatever its log line says. */
  private static final double MOST = 1e12;

  private static final Set<String> FAILED =
      Set.of("upstream-error", "unavailable", "failed", "refused", "client-gone");

  private Price() {}

  /**
   * In tokens of a request where tokens are known, else in milliseconds, else 1. A model's log has
   * the one or the other.
   */
  static double of(Event event) {
    return Math.min(MOST, stated(event));
  }

  private static double stated(Event event) {
    if (event.tokensIn() >= 0 || event.tokensOut() >= 0) {
      return Math.max(0, event.tokensIn()) + ANSWER * Math.max(0, event.tokensOut());
    }
    return event.millis() >= 0 ? event.millis() : 1;
  }

  /** How long the request was, in tokens where they are known, else in bytes; -1 for unknown. */
  static long input(Event event) {
    return event.tokensIn() >= 0 ? event.tokensIn() : event.bytesIn();
  }

  /** Whether it came to nothing, for another reason than a gate. */
  static boolean isFailed(Event event) {
    return FAILED.contains(event.outcome());
  }
}
