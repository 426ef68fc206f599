package dev.countersign.guard.input;

import dev.countersign.guard.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * How the p-values of a stretch of inputs are distributed. While inputs are like the training data,
 * p-values are uniform and the share of rejections is the one asked for; when they are not, the
 * world has moved, whatever the single decisions say. Both tests allow for the finite number of
 * rows that the gate was calibrated on.
 *
 * @param bins how many p-values lay in each of {@link #BINS} equal parts from 0 to 1
 * @param decisions how many inputs were accepted, flagged and rejected
 * @param asked which share was to be rejected
 * @param calibrated how many rows the gate was calibrated on
 */
public record Drift(List<Long> bins, List<Long> decisions, double asked, int calibrated) {
  /** The parts that p-values are counted in. */
  public static final int BINS = 20;

  /** Below this probability under no change, something has moved: once in a thousand stretches. */
  public static final double SIGNIFICANT = 0.001;

  public Drift {
    bins = List.copyOf(bins);
    decisions = List.copyOf(decisions);
  }

  /** How many inputs there were. */
  public long seen() {
    return decisions.stream().mapToLong(Long::longValue).sum();
  }

  /** How many of them were decided so. */
  public long count(Decision decision) {
    return decisions.get(decision.ordinal());
  }

  /** The share of them that was rejected; 0 where there were none. */
  public double rejected() {
    return seen() == 0 ? 0 : (double) count(Decision.REJECT) / seen();
  }

  /** What came since an earlier moment: to look at an hour, and not at all since the start. */
  public Drift since(Drift earlier) {
    return new Drift(
        minus(bins, earlier.bins), minus(decisions, earlier.decisions), asked, calibrated);
  }

  private static List<Long> minus(List<Long> now, List<Long> before) {
    List<Long> difference = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      difference.add(Math.max(0, now.get(i) - before.get(i)));
    }
    return difference;
  }

  /**
   * The probability of a share of rejections that far from what was asked, if nothing has changed:
   * two-sided, by the normal approximation to the difference of two binomial shares.
   */
  public double rateProbability() {
    double n = seen();
    if (n == 0) {
      return 1;
    }
    double variance = asked * (1 - asked) * (1 / n + 1.0 / Math.max(1, calibrated));
    // With the correction for continuity: one rejection more or less means nothing.
    double distance = Math.max(0, Math.abs(rejected() - asked) - 0.5 / n);
    return Math.min(1, 2 * upperTail(distance / Math.sqrt(variance)));
  }

  /**
   * The probability of p-values that far from uniform, if nothing has changed: Kolmogorov and
   * Smirnov's two-sample test on the counts, which is conservative on counts.
   */
  public double shapeProbability() {
    double n = bins.stream().mapToLong(Long::longValue).sum();
    if (n == 0) {
      return 1;
    }
    double most = 0;
    double sum = 0;
    for (int i = 0; i < bins.size(); i++) {
      sum += bins.get(i) / n;
      most = Math.max(most, Math.abs(sum - (i + 1.0) / bins.size()));
    }
    return kolmogorov(most * Math.sqrt(n * calibrated / (n + calibrated)));
  }

  /** Whether one of the tests finds that the world has moved. */
  public boolean moved() {
    return Math.min(rateProbability(), shapeProbability()) * 2 < SIGNIFICANT;
  }

  /** Kolmogorov's limit distribution, by its series. */
  private static double kolmogorov(double distance) {
    if (distance < 0.2) {
      return 1;
    }
    double sum = 0;
    for (int k = 1; k <= 100; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * distance * distance);
    }
    return Math.max(0, Math.min(1, sum));
  }

  /** The standard normal tail (Abramowitz and Stegun 7.1.26; absolute error below 1e-7). */
  private static double upperTail(double z) {
    double x = z / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return 0.5 * series * Math.exp(-x * x);
  }
}
