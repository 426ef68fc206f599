package dev.countersign.assess.loss;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How much may be lost in a year: a range, never a point, in two significant digits, since the
 * simulation knows no more. In one year of twenty it is at most {@code p5}, in one of twenty above
 * {@code p95}.
 *
 * @param p5 the 5th percentile of the simulated years, at least 0
 * @param p50 the median year
 * @param p95 the 95th percentile
 * @param mean the average over all simulated years; above {@code p95} where a threat is rare and
 *     grave
 * @param currency ISO 4217 code
 */
public record LossRange(double p5, double p50, double p95, double mean, String currency) {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  /** Rounds; refuses what is not finite and percentiles out of order. */
  public LossRange {
    if (!(0 <= p5 && p5 <= p50 && p50 <= p95 && 0 <= mean)) {
      throw new IllegalArgumentException(
          "percentiles out of order: " + p5 + ", " + p50 + ", " + p95 + ", mean " + mean);
    }
    p5 = rounded(p5);
    p50 = rounded(p50);
    p95 = rounded(p95);
    mean = rounded(mean);
  }

  private static double rounded(double amount) {
    return BigDecimal.valueOf(amount).round(TWO_DIGITS).doubleValue();
  }
}
