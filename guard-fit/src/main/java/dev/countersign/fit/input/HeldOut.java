package dev.countersign.fit.input;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.input.model.Calibration;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.input.model.Scratch;

/**
 * What rows got that served for nothing else.
 *
 * @param rows how many there were
 * @param rejected how many of them were rejected
 * @param flagged how many were flagged or rejected
 */
public record HeldOut(int rows, int rejected, int flagged) {
  /** The two-sided 95 % quantile of the normal distribution. */
  private static final double QUANTILE = 1.959964;

  static HeldOut of(InputModel model, Samples samples, boolean byPrediction) {
    Scratch scratch = model.scratch();
    Calibration calibration = model.calibration();
    int rejected = 0;
    int flagged = 0;
    for (int i = 0; i < samples.size(); i++) {
      int predicted = byPrediction ? samples.classes()[i] : -1;
      double score =
          byPrediction && predicted < 0
              ? Double.POSITIVE_INFINITY
              : model.score(samples.raw()[i], predicted, scratch, Deadline.none());
      double pValue = calibration.pValue(score);
      rejected += pValue <= calibration.reject() ? 1 : 0;
      flagged += pValue <= calibration.flag() ? 1 : 0;
    }
    return new HeldOut(samples.size(), rejected, flagged);
  }

  /** The share that was rejected. */
  public double rate() {
    return rows == 0 ? 0 : (double) rejected / rows;
  }

  /** The share that was flagged or rejected. */
  public double flagRate() {
    return rows == 0 ? 0 : (double) flagged / rows;
  }

  /**
   * Where the true share lies with 95 % confidence (E. B. Wilson, JASA 22, 1927).
   *
   * @param hits {@link #rejected} or {@link #flagged}
   * @return the lower and the upper end
   */
  public double[] interval(int hits) {
    double n = Math.max(1, rows);
    double share = hits / n;
    double square = QUANTILE * QUANTILE;
    double middle = (share + square / (2 * n)) / (1 + square / n);
    double half =
        QUANTILE * Math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n);
    return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
  }
}
