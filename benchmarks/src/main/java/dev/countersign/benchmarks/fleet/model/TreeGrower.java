package dev.countersign.benchmarks.fleet.model;

import java.util.Arrays;

/**
 * Grows a tree on gradients and curvatures, by histograms: the gain of a division and the value of
 * a leaf are those of XGBoost (Chen and Guestrin 2016, equations 5 and 7).
 */
final class TreeGrower {
  private static final double RIDGE = 1;
  private static final double LEAST_CURVATURE = 1;

  private final Bins bins;
  private final int depth;
  private final double rate;
  private final double[] gradients;
  private final double[] curvatures;
  private final Tree tree;

  TreeGrower(Bins bins, int depth, double rate, double[] gradients, double[] curvatures) {
    this.bins = bins;
    this.depth = depth;
    this.rate = rate;
    this.gradients = gradients;
    this.curvatures = curvatures;
    tree = new Tree(depth);
  }

  Tree grow() {
    int[] all = new int[gradients.length];
    Arrays.setAll(all, i -> i);
    grow(0, 0, all);
    return tree;
  }

  private void grow(int node, int level, int[] rows) {
    if (level == depth) {
      tree.leaf(node, -rate * sum(gradients, rows) / (sum(curvatures, rows) + RIDGE));
      return;
    }
    Division best = best(rows);
    double[] limits = bins.limits().get(best.feature());
    // No limit is above infinity: all rows go to the left.
    tree.divide(
        node, best.feature(), best.gain() > 0 ? limits[best.bin()] : Double.POSITIVE_INFINITY);
    byte[] column = bins.columns().get(best.feature());
    boolean divided = best.gain() > 0;
    int[] left = Arrays.stream(rows).filter(i -> !divided || column[i] <= best.bin()).toArray();
    int[] right = Arrays.stream(rows).filter(i -> divided && column[i] > best.bin()).toArray();
    grow(2 * node + 1, level + 1, left);
    grow(2 * node + 2, level + 1, right);
  }

  private Division best(int[] rows) {
    double gradient = sum(gradients, rows);
    double curvature = sum(curvatures, rows);
    Division best = new Division(0, 0, 0);
    for (int feature = 0; feature < bins.limits().size(); feature++) {
      if (bins.limits().get(feature).length > 0) {
        Division found = best(feature, rows, gradient, curvature);
        best = found.gain() > best.gain() ? found : best;
      }
    }
    return best;
  }

  private Division best(int feature, int[] rows, double gradient, double curvature) {
    double[] g = new double[Bins.MOST];
    double[] h = new double[Bins.MOST];
    byte[] column = bins.columns().get(feature);
    for (int i : rows) {
      g[column[i]] += gradients[i];
      h[column[i]] += curvatures[i];
    }
    Division best = new Division(feature, 0, 0);
    double left = 0;
    double leftCurvature = 0;
    for (int bin = 0; bin < bins.limits().get(feature).length; bin++) {
      left += g[bin];
      leftCurvature += h[bin];
      double rightCurvature = curvature - leftCurvature;
      if (leftCurvature >= LEAST_CURVATURE && rightCurvature >= LEAST_CURVATURE) {
        double gain =
            score(left, leftCurvature)
                + score(gradient - left, rightCurvature)
                - score(gradient, curvature);
        best = gain > best.gain() ? new Division(feature, bin, gain) : best;
      }
    }
    return best;
  }

  private static double score(double gradient, double curvature) {
    return gradient * gradient / (curvature + RIDGE);
  }

  private static double sum(double[] values, int[] rows) {
    double sum = 0;
    for (int i : rows) {
      sum += values[i];
    }
    return sum;
  }

  private record Division(int feature, int bin, double gain) {}
}
