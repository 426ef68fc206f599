package dev.countersign.benchmarks.fleet.model;

/**
 * A binary tree of fixed depth, its nodes in the order of a heap: the children of {@code n} are
 * {@code 2n + 1} and {@code 2n + 2}. A node that could not be divided sends all to the left.
 */
final class Tree {
  private final int depth;
  private final int[] features;
  private final double[] limits;
  private final double[] leaves;

  Tree(int depth) {
    this.depth = depth;
    features = new int[(1 << depth) - 1];
    limits = new double[features.length];
    leaves = new double[1 << depth];
  }

  /** Numbers up to the limit go to the left. */
  void divide(int node, int feature, double limit) {
    features[node] = feature;
    limits[node] = limit;
  }

  void leaf(int node, double value) {
    leaves[node - features.length] = value;
  }

  double value(double[] row) {
    int node = 0;
    for (int level = 0; level < depth; level++) {
      node = 2 * node + (row[features[node]] <= limits[node] ? 1 : 2);
    }
    return leaves[node - features.length];
  }
}
