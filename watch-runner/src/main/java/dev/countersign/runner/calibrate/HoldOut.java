package dev.countersign.runner.calibrate;

import java.util.Random;

/**
 * Holds a quarter of all rows out, by where they lie, so that near copies of one record are shown
 * together or not at all. What was learnt from some records knows those again, and its copies: how
 * it judges a record that it never saw, only such rows tell. Where clients ask about few records,
 * again and again, that is the difference between what is usual and what was learnt by heart.
 *
 * <p>The space is divided among rows that were drawn from all: each row belongs to the nearest.
 */
final class HoldOut {
  private static final int CELLS = 32;
  private static final int ONE_OF = 4;

  private final boolean[] held;

  /**
   * Of rows.
   *
   * @param rows standardised, those far off drawn in
   */
  HoldOut(float[][] rows) {
    Random random = new Random(1);
    float[][] middles = new float[CELLS][];
    for (int i = 0; i < CELLS; i++) {
      middles[i] = rows[random.nextInt(rows.length)];
    }
    held = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      held[i] = nearest(middles, rows[i]) % ONE_OF == 0;
    }
  }

  private static int nearest(float[][] middles, float[] row) {
    int nearest = 0;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < middles.length; i++) {
      float distance = squared(middles[i], row, least);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Given up where it exceeds what is looked for. */
  private static float squared(float[] one, float[] other, float most) {
    float sum = 0;
    for (int i = 0; i < one.length && sum < most; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  boolean isHeld(int row) {
    return held[row];
  }
}
