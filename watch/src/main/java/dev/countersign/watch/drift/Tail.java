package dev.countersign.watch.drift;

/** How rare a value of a test is, as the negative logarithm to base ten of its p-value. */
final class Tail {
  private static final double LN10 = Math.log(10);
  private static final double MOST = 300;

  private Tail() {}

  /**
   * Of a distance between two distribution functions (Kolmogorov; Stephens 1970 for few numbers).
   *
   * @param distance from 0 to 1
   * @param count of numbers that one of them is made of, or the harmonic mean of both halved
   */
  static double kolmogorov(double distance, double count) {
    double root = Math.sqrt(count);
    double lambda = (root + 0.12 + 0.11 / root) * distance;
    return Math.min(MOST, 2 * lambda * lambda / LN10 - Math.log10(2));
  }

  /** Of a sum of so many squares (chi-squared; Wilson and Hilferty 1931). */
  static double chiSquared(double sum, int squares) {
    double part = 2.0 / (9 * squares);
    return normal((Math.cbrt(sum / squares) - (1 - part)) / Math.sqrt(part));
  }

  /** Of a standard normal value: by the bound of Mills' ratio, exact within a few per cent. */
  private static double normal(double value) {
    if (value < 0) {
      return -Math.log10(1 - Math.pow(10, -normal(-value)));
    }
    double mills = 2 / (value + Math.sqrt(value * value + 8 / Math.PI));
    double nats = value * value / 2 + Math.log(2 * Math.PI) / 2 - Math.log(mills);
    return Math.min(MOST, nats / LN10);
  }

  /** For so many tests at a time (Bonferroni); below 0 where it may well be chance. */
  static double corrected(double tail, int tests) {
    return tail - Math.log10(Math.max(1, tests));
  }
}
