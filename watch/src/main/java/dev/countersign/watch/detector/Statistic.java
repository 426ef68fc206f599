package dev.countersign.watch.detector;

/**
 * Something that a detector measures of a client or of a fleet, the more the more unusual.
 *
 * @param id within its detector, for example {@code novelty-64}
 * @param family of the threat that a high value speaks for, for example {@code model-extraction}
 * @param says what a high value means, as a sentence about the client
 * @param advice what to do then, as a sentence
 * @param fallback the value from which on it is unusual where no calibration says otherwise;
 *     infinite where that cannot be said without one
 * @param weight how much of the budget of false alarms it gets, in proportion to others; at least 1
 */
public record Statistic(
    String id, String family, String says, String advice, double fallback, int weight) {
  /** A statistic that says nothing before it was calibrated. */
  public static final double ONLY_CALIBRATED = Double.POSITIVE_INFINITY;

  /** One that gets as much of the budget as most others. */
  public Statistic(String id, String family, String says, String advice, double fallback) {
    this(id, family, says, advice, fallback, 1);
  }
}
