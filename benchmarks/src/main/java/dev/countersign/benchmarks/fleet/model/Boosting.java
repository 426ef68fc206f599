package dev.countersign.benchmarks.fleet.model;

import dev.countersign.benchmarks.fleet.data.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient boosting of trees by histograms: in each round one tree for each class, on the gradient
 * of the cross-entropy; one tree where there are two classes. Of our own, since Tribuo boosts only
 * by the native library of XGBoost.
 */
public final class Boosting implements Model {
  private static final int DEPTH = 4;
  private static final double RATE = 0.2;

  private final int classes;
  private final List<List<Tree>> rounds = new ArrayList<>();

  private Boosting(int classes) {
    this.classes = classes;
  }

  /** Trains so many rounds; nothing in it is random. */
  public static Boosting train(Rows rows, int classes, int rounds) {
    Boosting boosting = new Boosting(classes);
    Bins bins = Bins.of(rows.vectors());
    double[][] scores = new double[rows.size()][classes];
    for (int round = 0; round < rounds; round++) {
      boosting.round(bins, rows, scores);
    }
    return boosting;
  }

  private void round(Bins bins, Rows rows, double[][] scores) {
    double[][] p = new double[scores.length][];
    for (int i = 0; i < p.length; i++) {
      p[i] = Numbers.softmax(scores[i].clone());
    }
    List<Tree> trees = new ArrayList<>();
    // With two classes the score of the first stays 0.
    for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
      double[] gradients = new double[p.length];
      double[] curvatures = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        gradients[i] = p[i][c] - (rows.label(i) == c ? 1 : 0);
        curvatures[i] = p[i][c] * (1 - p[i][c]);
      }
      trees.add(new TreeGrower(bins, DEPTH, RATE, gradients, curvatures).grow());
    }
    rounds.add(trees);
    for (int i = 0; i < p.length; i++) {
      add(trees, rows.vector(i), scores[i]);
    }
  }

  private void add(List<Tree> trees, double[] row, double[] scores) {
    int first = classes - trees.size();
    for (int t = 0; t < trees.size(); t++) {
      scores[first + t] += trees.get(t).value(row);
    }
  }

  @Override
  public double[] probabilities(double[] row) {
    double[] scores = new double[classes];
    rounds.forEach(trees -> add(trees, row, scores));
    return Numbers.softmax(scores);
  }
}
