package dev.countersign.guard.prompt.classify;

import java.util.Arrays;

/**
 * How unusual a score is among benign texts, none of which the classifier was trained on. A text of
 * many windows has a higher maximum by chance, which {@code tail × ln(windows)} takes off again: so
 * the rate of false positives is that of texts and not of windows. What is left is compared with
 * what benign texts had (split conformal prediction: Vovk, Gammerman and Shafer 2005).
 */
public final class Calibration {
  private final double tail;
  private final double[] benign;

  private Calibration(double tail, double[] benign) {
    this.tail = tail;
    this.benign = benign;
  }

  /**
   * From corrected scores of benign texts.
   *
   * @param tail by how much the highest of e times as many windows is higher; at least 0
   * @param benign {@link #corrected} of texts that nothing else was chosen on; at least one, finite
   */
  public static Calibration of(double tail, double[] benign) {
    double[] sorted = benign.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || !(tail >= 0) || !Double.isFinite(sorted[sorted.length - 1] + tail)) {
      throw new IllegalArgumentException("a calibration needs benign scores, all of them finite");
    }
    return new Calibration(tail, sorted);
  }

  /** The score of a peak with the number of windows taken off. */
  public double corrected(Peak peak) {
    return peak.score() - tail * Math.log(Math.max(1, peak.windows()));
  }

  /** The share of benign texts that would score as high, from 1 / (n + 1) to 1. */
  public double pValue(double corrected) {
    int from = 0;
    int to = benign.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (benign[middle] >= corrected) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return (1.0 + benign.length - from) / (benign.length + 1.0);
  }

  /**
   * The corrected score above which a benign text is with a probability of at most {@code rate}.
   *
   * @return infinity where there are too few benign texts for that rate
   */
  public double threshold(double rate) {
    int allowed = (int) Math.floor(rate * (benign.length + 1));
    return allowed < 1 ? Double.POSITIVE_INFINITY : benign[benign.length - allowed];
  }

  /** By how much the highest of e times as many windows is higher. */
  public double tail() {
    return tail;
  }

  /** The corrected scores of benign texts, ascending. */
  public double[] benign() {
    return benign.clone();
  }
}
