package dev.countersign.benchmarks.fleet.model;

import java.util.Arrays;
import java.util.List;

/**
 * Feature vectors as numbers of bins, by quantiles of each feature.
 *
 * @param limits of each feature, ascending: bin {@code b} holds the numbers up to limit {@code b}
 * @param columns the bin of each row, by feature
 */
record Bins(List<double[]> limits, List<byte[]> columns) {
  static final int MOST = 32;

  static Bins of(List<double[]> rows) {
    int width = rows.getFirst().length;
    double[][] limits = new double[width][];
    byte[][] columns = new byte[width][rows.size()];
    for (int j = 0; j < width; j++) {
      int feature = j;
      limits[j] = limits(rows.stream().mapToDouble(row -> row[feature]).sorted().toArray());
      for (int i = 0; i < rows.size(); i++) {
        columns[j][i] = (byte) bin(limits[j], rows.get(i)[j]);
      }
    }
    return new Bins(List.of(limits), List.of(columns));
  }

  private static double[] limits(double[] sorted) {
    double[] limits = new double[MOST - 1];
    for (int b = 1; b < MOST; b++) {
      int at = (int) ((long) sorted.length * b / MOST);
      limits[b - 1] = (sorted[Math.max(0, at - 1)] + sorted[at]) / 2;
    }
    double least = sorted[0];
    double most = sorted[sorted.length - 1];
    double[] useful = Arrays.stream(limits).filter(limit -> limit < most).distinct().toArray();
    // Where nearly all are the largest, quantiles do not tell the others.
    return useful.length == 0 && least < most ? new double[] {(least + most) / 2} : useful;
  }

  private static int bin(double[] limits, double value) {
    int at = Arrays.binarySearch(limits, value);
    return at >= 0 ? at : -at - 1;
  }
}
