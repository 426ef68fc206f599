package dev.countersign.assess.loss;

/**
 * How much may be lost in a year: a range, never a point. In one year of twenty it is below {@code
 * p5}, in one of twenty above {@code p95}.
 *
 * @param p5 the 5th percentile of the simulated years, at least 0
 * @param p50 the median year
 * @param p95 the 95th percentile
 * @param mean the average over all simulated years
 * @param currency ISO 4217 code
 */
public record LossRange(double p5, double p50, double p95, double mean, String currency) {
  /** Refuses percentiles out of order. */
  public LossRange {
    if (!(0 <= p5 && p5 <= p50 && p50 <= p95)) {
      throw new IllegalArgumentException("percentiles out of order: " + p5 + ", " + p50);
    }
  }
}
