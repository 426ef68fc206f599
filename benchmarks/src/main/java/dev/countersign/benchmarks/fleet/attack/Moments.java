package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Rows;

/** Mean and standard deviation of each number of a row. */
final class Moments {
  private Moments() {}

  /** Fills both arrays. */
  static void of(Rows rows, double[] mean, double[] spread) {
    for (double[] row : rows.vectors()) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    for (double[] row : rows.vectors()) {
      for (int i = 0; i < mean.length; i++) {
        spread[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
      }
    }
    for (int i = 0; i < mean.length; i++) {
      spread[i] = Math.sqrt(spread[i]);
    }
  }
}
