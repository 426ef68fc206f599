package dev.countersign.watch.baseline;

/**
 * From which value on a statistic is unusual, and how rare values above it are.
 *
 * <p>Above the threshold the share of client-days is taken to fall exponentially, as the largest
 * values of light-tailed statistics do (Pickands 1975, with shape 0).
 *
 * @param at the value
 * @param scale by how much more the value has to be for its share to fall to 1/e; above 0
 * @param rate the share of benign client-days whose largest value is at least {@code at}, as it was
 *     estimated; NaN where nothing was calibrated
 */
public record Threshold(double at, double scale, double rate) {
  /** A threshold that nobody calibrated. */
  public static Threshold uncalibrated(double at) {
    return new Threshold(at, Math.max(Math.abs(at) / 3, 1e-9), Double.NaN);
  }

  /** Whether it was calibrated. */
  public boolean calibrated() {
    return !Double.isNaN(rate);
  }

  /** By how many factors of ten values like this are rarer than those at the threshold. */
  public double decades(double value) {
    return (value - at) / scale / Math.log(10);
  }

  /** The share of benign client-days that reach a value; NaN where nothing was calibrated. */
  public double rate(double value) {
    return rate * Math.pow(10, -decades(value));
  }
}
