package dev.countersign.assess.loss;

import java.util.Arrays;

/**
 * How much one incident costs (FAIR: loss magnitude): how much goes wrong × what is not stopped ×
 * what remains × the amount.
 */
final class Magnitude {
  /** Random bits that choose the middle of everything. */
  private static final long MIDDLE = 0x8000_8080_8080L;

  private static final int BYTE = 0xff;
  private static final double SHORT = 0x1p-16;
  private static final double DAYS_A_YEAR = 365;

  private final Stake stake;
  private final Reach reach;
  private final double[] days;
  private final double[] extent;
  private final double[] passes;
  private final double[] remains;
  private final double low;
  private final double span;

  Magnitude(Scenario scenario, Quantiles quantiles) {
    stake = scenario.stake();
    reach = scenario.reach();
    days = atMost(DAYS_A_YEAR, quantiles.of(reach.lasting()));
    extent = quantiles.of(reach.extent());
    passes = quantiles.of(scenario.passes());
    remains = quantiles.of(scenario.remains());
    low = stake.low();
    span = stake.high() - low;
  }

  /** An incident that lasts longer is another year's. */
  private static double[] atMost(double most, double[] values) {
    return Arrays.stream(values).map(value -> Math.min(value, most)).toArray();
  }

  /** The cost of an incident that the lower 48 random bits choose. */
  double of(long bits) {
    double lasted = days[(int) bits & BYTE];
    double wrong = wrong(lasted, extent[(int) (bits >>> 8) & BYTE]);
    double caught = passes[(int) (bits >>> 16) & BYTE] * remains[(int) (bits >>> 24) & BYTE];
    double amount = low + span * (((bits >>> 32 & 0xffff) + 0.5) * SHORT);
    return wrong * caught * amount;
  }

  /** The cost where everything is in the middle. */
  double typical() {
    return of(MIDDLE);
  }

  /** How many amounts an incident costs. */
  private double wrong(double lasted, double drawn) {
    double part = reach == Reach.OUTAGE ? drawn : 1;
    return switch (stake.per()) {
      case INCIDENT -> part;
      case DAY -> part * Math.max(1, lasted);
      case DECISION -> decisions(lasted, drawn);
    };
  }

  /** Never more decisions than are made in that time, and one at least. */
  private double decisions(double lasted, double drawn) {
    double made = stake.perDay() * lasted;
    double wrong = reach == Reach.INPUTS ? smaller(made, drawn * lasted) : drawn * made;
    return wrong >= 1 ? wrong : smaller(1, made);
  }

  /** Math.min, which minds NaN and -0.0, took a fifth of the time. */
  private static double smaller(double one, double other) {
    return one < other ? one : other;
  }
}
