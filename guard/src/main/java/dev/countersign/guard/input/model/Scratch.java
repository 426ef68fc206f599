package dev.countersign.guard.input.model;

/**
 * Room for one decision at a time, made once and used again: the gate allocates nothing. Not safe
 * for use by several threads.
 */
public final class Scratch {
  final float[] encoded;
  final float[] projected;
  final float[] whitened;
  final float[] squares;
  final float[] best;
  final int[] bestRows;
  double energy;
  double mahalanobis;
  int nearestClass;
  double neighbours;

  Scratch(int width, int components, int rows, int nearest) {
    encoded = new float[width];
    projected = new float[components];
    whitened = new float[components];
    squares = new float[rows];
    best = new float[nearest];
    bestRows = new int[nearest];
  }

  /** The Mahalanobis distance of the last input, squared. */
  public double mahalanobis() {
    return mahalanobis;
  }

  /** The distance of the last input from its nearest neighbours. */
  public double neighbours() {
    return neighbours;
  }

  /** The class whose Mahalanobis distance was the least; 0 where there are none. */
  public int nearestClass() {
    return nearestClass;
  }

  /** The last input in principal components. */
  public float[] projected() {
    return projected.clone();
  }

  /** Its squared distance from the mean, before the projection. */
  public double energy() {
    return energy;
  }
}
