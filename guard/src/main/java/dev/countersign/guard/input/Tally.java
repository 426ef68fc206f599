package dev.countersign.guard.input;

import dev.countersign.guard.Decision;
import dev.countersign.guard.input.model.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts p-values and decisions as they come, without locks. */
final class Tally {
  private final Calibration calibration;
  private final AtomicLongArray bins = new AtomicLongArray(Drift.BINS);
  private final AtomicLongArray decisions = new AtomicLongArray(Decision.values().length);

  Tally(Calibration calibration) {
    this.calibration = calibration;
  }

  void add(Decision decision, double pValue) {
    decisions.incrementAndGet(decision.ordinal());
    if (pValue >= 0) {
      bins.incrementAndGet(Math.min(Drift.BINS - 1, (int) (pValue * Drift.BINS)));
    }
  }

  Drift drift() {
    return new Drift(counts(bins), counts(decisions), calibration.reject(), calibration.rows());
  }

  private static List<Long> counts(AtomicLongArray counts) {
    List<Long> copy = new ArrayList<>();
    for (int i = 0; i < counts.length(); i++) {
      copy.add(counts.get(i));
    }
    return copy;
  }
}
