package dev.countersign.fit.input;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Groups of rows to hold out in turn: the classes, where there are enough of them, and otherwise
 * clusters by k-means (S. Lloyd, IEEE Transactions on Information Theory 28, 1982).
 *
 * @param of the group of each row
 * @param count how many there are
 * @param areClasses whether they are the classes
 */
record Groups(int[] of, int count, boolean areClasses) {
  private static final int FEWEST_CLASSES = 3;
  private static final int CLUSTERS = 8;
  private static final int ROUNDS = 8;

  static Groups of(float[][] rows, int[] classes, int count, long seed) {
    return count >= FEWEST_CLASSES
        ? new Groups(classes, count, true)
        : new Groups(clusters(rows, seed), CLUSTERS, false);
  }

  private static int[] clusters(float[][] rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] centres = new double[CLUSTERS][];
    for (int i = 0; i < CLUSTERS; i++) {
      float[] row = rows[random.nextInt(rows.length)];
      centres[i] = new double[row.length];
      for (int j = 0; j < row.length; j++) {
        centres[i][j] = row[j];
      }
    }
    int[] of = new int[rows.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 0; row < rows.length; row++) {
        of[row] = nearest(rows[row], centres);
      }
      move(rows, of, centres);
    }
    return of;
  }

  private static int nearest(float[] row, double[][] centres) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centres.length; i++) {
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        double d = row[j] - centres[i][j];
        sum += d * d;
      }
      if (sum < least) {
        least = sum;
        best = i;
      }
    }
    return best;
  }

  private static void move(float[][] rows, int[] of, double[][] centres) {
    int[] sizes = new int[centres.length];
    double[][] sums = new double[centres.length][centres[0].length];
    for (int row = 0; row < rows.length; row++) {
      sizes[of[row]]++;
      for (int j = 0; j < rows[row].length; j++) {
        sums[of[row]][j] += rows[row][j];
      }
    }
    for (int i = 0; i < centres.length; i++) {
      if (sizes[i] > 0) {
        double size = sizes[i];
        centres[i] = Arrays.stream(sums[i]).map(sum -> sum / size).toArray();
      }
    }
  }

  int size(int group) {
    int size = 0;
    for (int one : of) {
      size += one == group ? 1 : 0;
    }
    return size;
  }
}
