package dev.countersign.guard.output.policy;

/**
 * What numbers of a predictive model must be like.
 *
 * @param min the least; {@code -Infinity} for none
 * @param max the greatest; {@code Infinity} for none
 * @param step each is a multiple of it, within a millionth of it; 0 for none
 * @param sum what all of them sum up to, within {@code tolerance}; {@code NaN} for anything
 * @param tolerance of the sum
 * @param least how many there are at least
 * @param most how many there are at most
 */
public record NumberRange(
    double min, double max, double step, double sum, double tolerance, int least, int most) {
  /** Any finite numbers, at least one. */
  public static NumberRange any() {
    return new NumberRange(
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        0,
        Double.NaN,
        1e-6,
        1,
        Integer.MAX_VALUE);
  }
}
