package dev.countersign.benchmarks.fleet.attack;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Arithmetic on rows. */
final class Vectors {
  private Vectors() {}

  /** {@code a + by * b}. */
  static double[] plus(double[] a, double by, double[] b) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + by * b[i]);
    return sum;
  }

  /** From one to another: 0 is the first, 1 the second. */
  static double[] between(double[] from, double[] to, double way) {
    double[] mixed = new double[from.length];
    Arrays.setAll(mixed, i -> from[i] + way * (to[i] - from[i]));
    return mixed;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Of length one; what has no length stays. */
  static double[] unit(double[] a) {
    double length = Math.sqrt(dot(a, a));
    return length == 0 ? a : plus(new double[a.length], 1 / length, a);
  }

  static double[] normal(int width, RandomGenerator random) {
    double[] row = new double[width];
    Arrays.setAll(row, i -> random.nextGaussian());
    return row;
  }
}
