package dev.countersign.guard.input.model;

import dev.countersign.guard.Deadline;
import java.util.Arrays;

/**
 * The distance from the nearest rows of a coreset (as Y. Sun et al., "Out-of-distribution detection
 * with deep nearest neighbors", ICML 2022; coresets as K. Roth et al., "Towards total recall in
 * industrial anomaly detection", CVPR 2022). Distances are those of the first components, and what
 * is outside of them counts by its length.
 *
 * @param points component by component: all first components, then all second ones …
 * @param outside the squared length of each row outside of its components
 * @param ends where the rows of each class end; rows stand class by class
 * @param nearest over how many nearest rows the distance is averaged
 */
public record Neighbours(float[] points, float[] outside, int[] ends, int nearest) {
  /** So many rows are looked at in one go: their sums stay in the first cache. */
  static final int BLOCK = 512;

  /** More rows than any gate looks at in time. */
  public static final int MOST_ROWS = 100_000;

  public Neighbours {
    Shapes.between("rows", outside.length, 1, MOST_ROWS);
    Shapes.same("points", points.length % outside.length, 0);
    Shapes.between("nearest", nearest, 1, Math.min(64, outside.length));
    Shapes.between("classes", ends.length, 1, 10_000);
    Shapes.same("ends of classes", ends[ends.length - 1], outside.length);
    for (int i = 0; i < ends.length; i++) {
      Shapes.between("ends of classes", ends[i], i == 0 ? 0 : ends[i - 1], outside.length);
    }
    Shapes.finite("points", points);
    Shapes.finite("outside", outside);
  }

  /** How many rows there are. */
  public int rows() {
    return outside.length;
  }

  /** How many components a row has. */
  public int components() {
    return points.length / outside.length;
  }

  /** How many classes its rows have: one where there are none. */
  public int classes() {
    return ends.length;
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
    float rest = rest(scratch);
    for (int start = from; start < end; start += BLOCK) {
      if (deadline.passed()) {
        return InputModel.OUT_OF_TIME;
      }
      int count = Math.min(BLOCK, end - start);
      fill(scratch, start, count, rest);
      choose(scratch, start, count);
    }
    return mean(scratch);
  }

  private float rest(Scratch scratch) {
    double inside = 0;
    int components = components();
    for (int i = 0; i < components; i++) {
      inside += scratch.projected[i] * scratch.projected[i];
    }
    return (float) Math.max(0, scratch.energy - inside);
  }

  /** Squared distances of a block of rows. Outside, rows are taken to be at right angles. */
  private void fill(Scratch scratch, int start, int count, float rest) {
    float[] out = scratch.block;
    float[] x = scratch.projected;
    int rows = rows();
    int components = components();
    for (int i = 0; i < count; i++) {
      out[i] = rest + outside[start + i];
    }
    int component = 0;
    for (; component + 4 <= components; component += 4) {
      addSquares(x, component, start, count, rows, out);
    }
    for (; component < components; component++) {
      float a = x[component];
      int at = component * rows + start;
      for (int i = 0; i < count; i++) {
        float d = a - points[at + i];
        out[i] += d * d;
      }
    }
  }

  private void addSquares(float[] x, int component, int start, int count, int rows, float[] out) {
    float a = x[component];
    float b = x[component + 1];
    float c = x[component + 2];
    float d = x[component + 3];
    int first = component * rows + start;
    int second = first + rows;
    int third = second + rows;
    int fourth = third + rows;
    for (int i = 0; i < count; i++) {
      float p = a - points[first + i];
      float q = b - points[second + i];
      float r = c - points[third + i];
      float s = d - points[fourth + i];
      out[i] += p * p + q * q + r * r + s * s;
    }
  }

  private void choose(Scratch scratch, int start, int count) {
    float[] best = scratch.best;
    int last = best.length - 1;
    float bound = best[last];
    for (int i = 0; i < count; i++) {
      if (scratch.block[i] < bound) {
        insert(scratch, scratch.block[i], start + i);
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
      sum += Math.sqrt(scratch.best[i]);
      found++;
    }
    return found == 0 ? Double.POSITIVE_INFINITY : sum / found;
  }

  /** A row, with zeros for the components that it has not. */
  float[] row(int row, int length) {
    float[] all = new float[length];
    for (int i = 0; i < components(); i++) {
      all[i] = points[i * rows() + row];
    }
    return all;
  }
}
