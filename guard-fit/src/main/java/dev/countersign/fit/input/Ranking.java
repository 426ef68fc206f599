package dev.countersign.fit.input;

import java.util.Arrays;

/** How well scores rank one kind of rows before another. */
public final class Ranking {
  private Ranking() {}

  /**
   * The area under the ROC curve: the probability that a row from outside has the larger score,
   * ties counted half (J. Hanley, B. McNeil, Radiology 143, 1982).
   */
  public static double auroc(double[] inside, double[] outside) {
    double[] sorted = inside.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double score : outside) {
      sum += (below(sorted, score) + below(sorted, Math.nextUp(score))) / 2.0;
    }
    return sum / ((double) inside.length * outside.length);
  }

  private static int below(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
