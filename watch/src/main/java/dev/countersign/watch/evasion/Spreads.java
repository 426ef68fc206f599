package dev.countersign.watch.evasion;

import java.util.Arrays;

/**
 * Moments and ends of each feature, in one pass (Welford 1962).
 *
 * <p>Where most features have the same ends, as pixels and scaled numbers have, all of them count
 * alike: else features that hardly vary, such as a picture's margin, would count most. Where they
 * have not, each counts by its own standard deviation.
 */
final class Spreads {
  private static final float COMMENSURABLE = 0.8f;

  private final double[] mean;
  private final double[] squares;
  private final float[] least;
  private final float[] most;
  private final long[] counts;
  private long count;

  Spreads(int width) {
    mean = new double[width];
    squares = new double[width];
    counts = new long[width];
    least = new float[width];
    most = new float[width];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    Arrays.fill(most, Float.NEGATIVE_INFINITY);
  }

  int width() {
    return mean.length;
  }

  long count() {
    return count;
  }

  void add(float[] row) {
    count++;
    for (int i = 0; i < row.length; i++) {
      if (Float.isFinite(row[i])) {
        add(i, row[i]);
      }
    }
  }

  private void add(int feature, float value) {
    counts[feature]++;
    double off = value - mean[feature];
    mean[feature] += off / counts[feature];
    squares[feature] += off * (value - mean[feature]);
    least[feature] = Math.min(least[feature], value);
    most[feature] = Math.max(most[feature], value);
  }

  float[] middle() {
    float[] middle = new float[mean.length];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = (float) mean[i];
    }
    return middle;
  }

  float[] weights() {
    float[] weights = new float[mean.length];
    float range = commonRange();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (range > 0 ? range : deviation(i));
    }
    return weights;
  }

  private float deviation(int feature) {
    double deviation = Math.sqrt(squares[feature] / Math.max(1, counts[feature]));
    return deviation > 0 ? (float) deviation : Math.max(1, Math.abs((float) mean[feature]));
  }

  /** The range of all features, if at least half of them have most of it; else 0. */
  private float commonRange() {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < least.length; i++) {
      lowest = Math.min(lowest, least[i]);
      highest = Math.max(highest, most[i]);
    }
    float range = highest - lowest;
    int wide = 0;
    for (int i = 0; i < least.length; i++) {
      wide += most[i] - least[i] >= COMMENSURABLE * range ? 1 : 0;
    }
    return range > 0 && Float.isFinite(range) && wide * 2 >= least.length ? range : 0;
  }
}
