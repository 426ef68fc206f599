package dev.countersign.runner.summary;

import dev.countersign.watch.event.Rows;

/** What a model answered over time: of each part the quartiles, to a twentieth. */
final class Scores {
  private static final int BINS = 20;

  private final long[][] counts = new long[TimeLine.MOST][BINS];

  /** Takes the last output of each row, where it lies from 0 to 1: of two classes the second's. */
  void take(int part, Rows rows) {
    int last = rows.outputWidth() - 1;
    for (int row = 0; last >= 0 && row < rows.count(); row++) {
      float score = rows.output(row, last);
      if (score >= 0 && score <= 1) {
        counts[part][Math.min(BINS - 1, (int) (score * BINS))]++;
      }
    }
  }

  void move(int from, int into) {
    if (from == into) {
      return;
    }
    for (int bin = 0; bin < BINS; bin++) {
      counts[into][bin] += counts[from][bin];
      counts[from][bin] = 0;
    }
  }

  /** Whether a part has any. */
  boolean isEmpty(int part) {
    return total(part) == 0;
  }

  /**
   * A quantile of a part, in the middle of its bin.
   *
   * @param share from 0 to 1
   */
  double quantile(int part, double share) {
    double wanted = share * total(part);
    long so = 0;
    for (int bin = 0; bin < BINS; bin++) {
      so += counts[part][bin];
      if (so >= wanted && so > 0) {
        return (bin + 0.5) / BINS;
      }
    }
    return 1;
  }

  private long total(int part) {
    long total = 0;
    for (long count : counts[part]) {
      total += count;
    }
    return total;
  }
}
