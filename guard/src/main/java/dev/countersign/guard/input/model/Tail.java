package dev.countersign.guard.input.model;

/**
 * How rare distances at least this large are, from {@link #LEVELS} of their distribution: the
 * negative logarithm of the share, straight between them and straight on beyond them, as if the
 * tail were exponential. Only the order matters in the end: {@link Calibration} makes p-values of
 * it.
 *
 * @param knots the distances at {@link #LEVELS}, none smaller than the one before it
 */
public record Tail(float[] knots) {
  /** Shares of training data with smaller distances. */
  private static final double[] LEVELS = {0, 0.25, 0.5, 0.75, 0.9, 0.97};

  private static final double[] RARITY = new double[LEVELS.length];

  static {
    for (int i = 0; i < LEVELS.length; i++) {
      RARITY[i] = -Math.log1p(-LEVELS[i]);
    }
  }

  public Tail {
    Shapes.same("knots", knots.length, LEVELS.length);
    Shapes.finite("knots", knots);
    for (int i = 1; i < knots.length; i++) {
      if (knots[i] <= knots[i - 1]) {
        throw new IllegalArgumentException("knots: not in order");
      }
    }
  }

  /** Of distances that no part of the model was fitted on. */
  public static Tail of(double[] distances) {
    double[] sorted = distances.clone();
    java.util.Arrays.sort(sorted);
    float[] knots = new float[LEVELS.length];
    for (int i = 0; i < knots.length; i++) {
      float value = (float) sorted[(int) (LEVELS[i] * (sorted.length - 1))];
      knots[i] = i == 0 ? value : Math.max(value, above(knots[i - 1]));
    }
    return new Tail(knots);
  }

  /** Equal distances would make a step of no width. */
  private static float above(float knot) {
    return Math.max(Math.nextUp(knot), knot + Math.abs(knot) * 1e-3f + 1e-6f);
  }

  /** The negative logarithm of the share of inputs that are as far or farther. */
  double rarity(double distance) {
    int at = 1;
    while (at < knots.length - 1 && distance > knots[at]) {
      at++;
    }
    // Beyond the last knot over two steps: the last one alone is of few rows.
    int from = distance > knots[at] ? at - 2 : at - 1;
    double slope = (RARITY[at] - RARITY[from]) / ((double) knots[at] - knots[from]);
    return RARITY[at] + (distance - knots[at]) * slope;
  }
}
