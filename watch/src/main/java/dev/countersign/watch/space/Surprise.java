package dev.countersign.watch.space;

/**
 * Turns a number of a row into how rare such large ones are among usual rows, in decades: 2 where
 * one usual row of a hundred has one as large.
 *
 * <p>By quantiles of usual rows, straight between them. Beyond the last one the line of the last
 * decade goes on, as an exponential tail does, up to {@link #MOST}: a row alone must not decide.
 */
public final class Surprise {
  /** The largest that is said, in decades. */
  public static final float MOST = 5;

  private static final int PER_DECADE = 16;

  private final float[] knots;
  private final float slope;

  /**
   * By quantiles.
   *
   * @param knots ascending: the value that one of 10^(i/16) usual rows reaches
   */
  public Surprise(float[] knots) {
    if (knots.length < 2) {
      throw new IllegalArgumentException("there have to be two quantiles at least");
    }
    this.knots = knots;
    int last = knots.length - 1;
    int before = Math.max(0, last - PER_DECADE);
    float rise = Math.max(knots[last] - knots[before], 1e-3f + 0.05f * Math.abs(knots[last]));
    this.slope = (last - before) / (rise * PER_DECADE);
  }

  /**
   * Of values of usual rows.
   *
   * @param sorted ascending, at least 100
   */
  public static Surprise of(float[] sorted) {
    int count = 1 + (int) (PER_DECADE * Math.log10(sorted.length / 10.0));
    float[] knots = new float[count];
    for (int i = 0; i < count; i++) {
      double share = Math.pow(10, -(double) i / PER_DECADE);
      knots[i] = sorted[(int) Math.min(sorted.length - 1, sorted.length * (1 - share))];
    }
    return new Surprise(knots);
  }

  /** How rare values as large as this are, in decades, from 0 to {@link #MOST}. */
  public float decades(float value) {
    int last = knots.length - 1;
    if (value <= knots[0]) {
      return 0;
    }
    if (value > knots[last]) {
      return Math.min(MOST, (float) last / PER_DECADE + (value - knots[last]) * slope);
    }
    // Mostly among the first ones: one of ten usual rows reaches the sixteenth.
    int high = 1;
    while (knots[high] < value) {
      high++;
    }
    int low = high - 1;
    float rise = knots[high] - knots[low];
    float part = rise > 0 ? Math.max(0, Math.min(1, (value - knots[low]) / rise)) : 0;
    return (low + part) / PER_DECADE;
  }

  float[] knots() {
    return knots;
  }
}
