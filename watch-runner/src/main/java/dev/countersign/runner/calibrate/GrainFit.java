package dev.countersign.runner.calibrate;

import dev.countersign.watch.space.Grain;
import java.util.Arrays;

/** Finds which values a feature usually has. */
final class GrainFit {
  /** Features of so few values have only those. */
  private static final int MOST_VALUES = 64;

  /** A value that fewer of all rows have may be a mistake. */
  private static final double RARE = 0.0005;

  /** So large a share of rows has to keep to values or to a step. */
  private static final double KEEPS = 0.98;

  /** The range is made wider by this share of itself: other clients may go a little further. */
  private static final float WIDER = 0.1f;

  private static final float[] STEPS = steps();

  private GrainFit() {}

  private static float[] steps() {
    float[] steps = new float[28];
    int at = 0;
    for (int power = 5; power >= -4; power--) {
      steps[at++] = (float) Math.pow(10, power);
      steps[at++] = (float) (5 * Math.pow(10, power - 1));
    }
    for (int power = 2; power <= 8; power++) {
      steps[at++] = 1f / (1 << power);
    }
    steps[at] = 1f / 255;
    Arrays.sort(steps);
    for (int i = 0; i < steps.length / 2; i++) {
      float one = steps[i];
      steps[i] = steps[steps.length - 1 - i];
      steps[steps.length - 1 - i] = one;
    }
    return steps;
  }

  /** Of values without missing ones, ascending. */
  static Grain of(float[] sorted) {
    if (sorted.length == 0) {
      return new Grain(-Float.MAX_VALUE, Float.MAX_VALUE, 0, new float[0]);
    }
    int off = (int) (RARE * sorted.length);
    float lowest = sorted[off];
    float highest = sorted[sorted.length - 1 - off];
    float wider = WIDER * (highest - lowest);
    float[] values = values(sorted);
    float step = values.length > 0 ? 0 : step(sorted);
    return new Grain(
        Math.min(lowest - wider, valueOr(values, 0, lowest)),
        Math.max(highest + wider, valueOr(values, values.length - 1, highest)),
        step,
        values);
  }

  private static float valueOr(float[] values, int at, float other) {
    return values.length == 0 ? other : values[at];
  }

  private static float[] values(float[] sorted) {
    float[] values = new float[MOST_VALUES];
    int least = Math.max(2, (int) (RARE * sorted.length));
    int count = 0;
    int covered = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (to - from >= least) {
        if (count == MOST_VALUES) {
          return new float[0];
        }
        values[count++] = sorted[from];
        covered += to - from;
      }
      from = to;
    }
    return covered >= KEEPS * sorted.length ? Arrays.copyOf(values, count) : new float[0];
  }

  private static float step(float[] sorted) {
    for (float step : STEPS) {
      if (keeps(sorted, step)) {
        return step;
      }
    }
    return 0;
  }

  private static boolean keeps(float[] sorted, float step) {
    int fail = (int) ((1 - KEEPS) * sorted.length);
    for (float value : sorted) {
      if (!Grain.multiple(value, step) && --fail < 0) {
        return false;
      }
    }
    return true;
  }
}
