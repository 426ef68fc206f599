package dev.countersign.benchmarks.fleet.model;

import dev.countersign.benchmarks.fleet.data.Rows;
import java.util.List;

/** Small things that all models need. */
public final class Numbers {
  private Numbers() {}

  /** The place of the largest number. */
  public static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** One for a class and zero for the others. */
  public static double[] oneHot(int label, int classes) {
    double[] target = new double[classes];
    target[label] = 1;
    return target;
  }

  /** The labels of rows as targets. */
  public static List<double[]> targets(Rows rows, int classes) {
    return rows.labels().stream().map(label -> oneHot(label, classes)).toList();
  }

  /** Makes scores probabilities, in place. */
  static double[] softmax(double[] scores) {
    double most = scores[largest(scores)];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }
}
