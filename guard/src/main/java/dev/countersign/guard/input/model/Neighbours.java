package dev.countersign.guard.input.model;

import dev.countersign.guard.Deadline;
import java.util.Arrays;

/**
 * The distance from the nearest rows of a coreset (as Y. Sun et al., "Out-of-distribution detection
 * with deep nearest neighbors", ICML 2022; coresets as K. Roth et al., "Towards total recall in
 * industrial anomaly detection", CVPR 2022). Distances are those of the first components, and of
 * what is outside of them the difference of its lengths: far outside nothing is near.
 */
public final class Neighbours {
  /** More rows than any gate looks at in time. */
  public static final int MOST_ROWS = 100_000;

  /** So many rows are looked at in one go: their sums stay in the first cache. */
  private static final int BLOCK = 1_024;

  private final float[] points;
  private final float[][] components;
  private final float[] outside;
  private final int[] ends;
  private final int nearest;
  private final float[] lengths;
  private final float[] roots;

  /**
   * A coreset.
   *
   * @param points component by component: all first components, then all second ones …
   * @param outside the squared length of each row outside of its components
   * @param ends where the rows of each class end; rows stand class by class
   * @param nearest over how many nearest rows the distance is averaged
   */
  public Neighbours(float[] points, float[] outside, int[] ends, int nearest) {
    int rows = outside.length;
    Shapes.between("rows", rows, 1, MOST_ROWS);
    Shapes.same("points", points.length % rows, 0);
    Shapes.between("components of points", points.length / rows, 1, Projection.MOST_COMPONENTS);
    Shapes.between("nearest", nearest, 1, Math.min(64, rows));
    Shapes.between("classes", ends.length, 1, 10_000);
    Shapes.same("ends of classes", ends[ends.length - 1], rows);
    for (int i = 0; i < ends.length; i++) {
      Shapes.between("ends of classes", ends[i], i == 0 ? 0 : ends[i - 1], rows);
    }
    Shapes.finite("points", points);
    Shapes.finite("outside", outside);
    this.points = points.clone();
    this.components = Kernels.rows(points, rows);
    this.outside = outside.clone();
    this.ends = ends.clone();
    this.nearest = nearest;
    this.lengths = lengths();
    this.roots = roots();
    Shapes.finite("lengths of points", lengths);
  }

  private float[] roots() {
    float[] roots = new float[outside.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(Math.max(0, outside[i]));
    }
    return roots;
  }

  private float[] lengths() {
    float[] squares = outside.clone();
    for (float[] component : components) {
      for (int i = 0; i < squares.length; i++) {
        squares[i] += component[i] * component[i];
      }
    }
    return squares;
  }

  /** How many rows there are. */
  public int rows() {
    return outside.length;
  }

  /** How many components a row has. */
  public int components() {
    return components.length;
  }

  /** How many classes its rows have: one where there are none. */
  public int classes() {
    return ends.length;
  }

  /** Over how many nearest rows the distance is averaged. */
  public int nearest() {
    return nearest;
  }

  /** All first components, then all second ones …. */
  float[] points() {
    return points.clone();
  }

  /** The squared length of each row outside of its components. */
  float[] outside() {
    return outside.clone();
  }

  /** Where the rows of each class end. */
  int[] ends() {
    return ends.clone();
  }

  /**
   * The mean distance from the nearest rows: of all, or of the class that the model gave.
   *
   * @return {@link InputModel#OUT_OF_TIME} after the deadline
   */
  double distance(Scratch scratch, int predicted, Deadline deadline) {
    Arrays.fill(scratch.best, Float.POSITIVE_INFINITY);
    Arrays.fill(scratch.bestRows, -1);
    int from = predicted <= 0 ? 0 : ends[predicted - 1];
    int end = predicted < 0 ? rows() : ends[predicted];
    float rest = outside(scratch);
    for (int start = from; start < end; start += BLOCK) {
      if (deadline.passed()) {
        return InputModel.OUT_OF_TIME;
      }
      int stop = Math.min(end, start + BLOCK);
      fill(scratch, start, stop, rest);
      choose(scratch, start, stop);
    }
    return mean(scratch);
  }

  private float outside(Scratch scratch) {
    double inside = 0;
    for (int i = 0; i < components.length; i++) {
      inside += scratch.projected[i] * scratch.projected[i];
    }
    return (float) Math.sqrt(Math.max(0, scratch.energy - inside));
  }

  /** Squared distances, as |a|² + |b|² - 2ab; the length outside is one more component. */
  private void fill(Scratch scratch, int start, int stop, float rest) {
    float[] out = scratch.squares;
    float[] x = scratch.projected;
    float length = (float) scratch.energy;
    for (int i = start; i < stop; i++) {
      out[i] = length + lengths[i];
    }
    int component = 0;
    for (; component + 4 <= components.length; component += 4) {
      Kernels.takeProducts(x, components, component, start, stop, out);
    }
    for (; component < components.length; component++) {
      Kernels.takeProduct(x[component], components[component], start, stop, out);
    }
    Kernels.takeProduct(rest, roots, start, stop, out);
  }

  private static void choose(Scratch scratch, int start, int stop) {
    float[] best = scratch.best;
    int last = best.length - 1;
    float bound = best[last];
    for (int i = start; i < stop; i++) {
      if (scratch.squares[i] < bound) {
        insert(scratch, scratch.squares[i], i);
        bound = best[last];
      }
    }
  }

  private static void insert(Scratch scratch, float value, int row) {
    float[] best = scratch.best;
    int at = best.length - 1;
    while (at > 0 && best[at - 1] > value) {
      best[at] = best[at - 1];
      scratch.bestRows[at] = scratch.bestRows[at - 1];
      at--;
    }
    best[at] = value;
    scratch.bestRows[at] = row;
  }

  /** Of those that were found: a class may have fewer rows than are averaged over. */
  private static double mean(Scratch scratch) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < scratch.best.length && scratch.bestRows[i] >= 0; i++) {
      sum += Math.sqrt(Math.max(0, scratch.best[i]));
      found++;
    }
    return found == 0 ? Double.POSITIVE_INFINITY : sum / found;
  }

  /** A row, with zeros for the components that it has not. */
  float[] row(int row, int length) {
    float[] all = new float[length];
    for (int i = 0; i < components.length; i++) {
      all[i] = components[i][row];
    }
    return all;
  }
}
