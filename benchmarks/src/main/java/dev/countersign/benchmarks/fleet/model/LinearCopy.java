package dev.countersign.benchmarks.fleet.model;

import java.util.List;

/**
 * Multinomial logistic regression, solved from rows and the probabilities that another gave them.
 */
public final class LinearCopy implements Model {
  // Places of one category sum to one: without this the equations have many solutions.
  private static final double RIDGE = 1e-9;
  private static final double LEAST = 1e-12;

  private final double[][] weights;

  private LinearCopy(double[][] weights) {
    this.weights = weights;
  }

  /** The least squares of the logarithms of each class's ratio to the first. */
  public static LinearCopy of(List<double[]> rows, List<double[]> answers) {
    int width = rows.getFirst().length + 1;
    int classes = answers.getFirst().length;
    double[][] equations = new double[width][width + classes];
    for (int r = 0; r < rows.size(); r++) {
      double[] row = rows.get(r);
      double[] answer = answers.get(r);
      for (int i = 0; i < width; i++) {
        double x = at(row, i);
        for (int j = 0; j < width; j++) {
          equations[i][j] += x * at(row, j);
        }
        for (int c = 0; c < classes; c++) {
          equations[i][width + c] += x * (log(answer[c]) - log(answer[0]));
        }
      }
    }
    for (int i = 0; i < width; i++) {
      equations[i][i] += RIDGE;
    }
    eliminate(equations);
    double[][] weights = new double[classes][width];
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < width; i++) {
        weights[c][i] = equations[i][width + c] / equations[i][i];
      }
    }
    return new LinearCopy(weights);
  }

  /** The equations are positive definite: no row needs to be exchanged. */
  private static void eliminate(double[][] equations) {
    for (int pivot = 0; pivot < equations.length; pivot++) {
      for (int i = 0; i < equations.length; i++) {
        double by = equations[i][pivot] / equations[pivot][pivot];
        for (int j = pivot; i != pivot && j < equations[i].length; j++) {
          equations[i][j] -= by * equations[pivot][j];
        }
      }
    }
  }

  private static double at(double[] row, int place) {
    return place == row.length ? 1 : row[place];
  }

  private static double log(double probability) {
    return Math.log(Math.max(LEAST, probability));
  }

  @Override
  public double[] probabilities(double[] row) {
    double[] scores = new double[weights.length];
    for (int c = 0; c < scores.length; c++) {
      for (int i = 0; i <= row.length; i++) {
        scores[c] += weights[c][i] * at(row, i);
      }
    }
    return Numbers.softmax(scores);
  }
}
