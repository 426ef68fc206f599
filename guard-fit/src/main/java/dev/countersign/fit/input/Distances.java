package dev.countersign.fit.input;

import dev.countersign.guard.input.model.Mahalanobis;
import dev.countersign.guard.input.model.Neighbours;
import java.util.ArrayList;
import java.util.List;

/** Fits both distances on rows in components. */
final class Distances {
  /** Neighbours are compared by so many components, or twice as many; the rest by its length. */
  static final int COMPONENTS = 32;

  static final int NEAREST = 3;

  private Distances() {}

  /**
   * The Mahalanobis distance from classes.
   *
   * @param classes of the rows, none below 0
   */
  static Mahalanobis mahalanobis(Components components, int[] classes, int count) {
    int size = components.projection().components();
    float[] centres = centres(components.rows(), classes, count, size);
    float[][] within = within(components.rows(), classes, centres, size);
    Covariance covariance = Covariance.of(within, size);
    Covariance all = components.covariance();
    if (size < all.size()) {
      covariance = covariance.shrunkAs(all.shrinkage(), all.target());
    }
    Covariance.Eigen eigen = covariance.eigen();
    float[] whitening = new float[size * size];
    for (int to = 0; to < size; to++) {
      double scale = 1 / Math.sqrt(covariance.shrunk(eigen.variances()[to]));
      for (int from = 0; from < size; from++) {
        whitening[from * size + to] = (float) (eigen.vectors()[to][from] * scale);
      }
    }
    return new Mahalanobis(whitening, centres, all.shrunk(components.outside()), all.size() - size);
  }

  private static float[] centres(float[][] rows, int[] classes, int count, int size) {
    double[] sums = new double[count * size];
    int[] sizes = new int[count];
    for (int row = 0; row < rows.length; row++) {
      sizes[classes[row]]++;
      for (int i = 0; i < size; i++) {
        sums[classes[row] * size + i] += rows[row][i];
      }
    }
    float[] centres = new float[count * size];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) (sums[i] / Math.max(1, sizes[i / size]));
    }
    return centres;
  }

  private static float[][] within(float[][] rows, int[] classes, float[] centres, int size) {
    float[][] within = new float[rows.length][size];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < size; i++) {
        within[row][i] = rows[row][i] - centres[classes[row] * size + i];
      }
    }
    return within;
  }

  /**
   * A coreset: of each class the same share of rows.
   *
   * @param width how many components a row has
   * @param most how many rows of {@link #COMPONENTS} there may be; of more components fewer, so
   *     that a decision takes no longer
   */
  static Neighbours neighbours(
      Components components, int[] classes, int count, int width, int most) {
    double rows = (double) most * COMPONENTS / width;
    double share = Math.min(1, rows / components.rows().length);
    List<Integer> chosen = new ArrayList<>();
    int[] ends = new int[count];
    for (int one = 0; one < count; one++) {
      int wanted = (int) Math.ceil(share * size(classes, one));
      for (int row = 0; row < classes.length && wanted > 0; row++) {
        if (classes[row] == one) {
          chosen.add(row);
          wanted--;
        }
      }
      ends[one] = chosen.size();
    }
    return coreset(components, chosen, ends, Math.min(width, components.projection().components()));
  }

  private static int size(int[] classes, int one) {
    int size = 0;
    for (int of : classes) {
      size += of == one ? 1 : 0;
    }
    return size;
  }

  private static Neighbours coreset(
      Components components, List<Integer> chosen, int[] ends, int width) {
    int rows = chosen.size();
    float[] points = new float[rows * width];
    float[] outside = new float[rows];
    for (int row = 0; row < rows; row++) {
      float[] from = components.rows()[chosen.get(row)];
      double inside = 0;
      for (int i = 0; i < width; i++) {
        points[i * rows + row] = from[i];
        inside += (double) from[i] * from[i];
      }
      outside[row] = (float) Math.max(0, components.energies()[chosen.get(row)] - inside);
    }
    return new Neighbours(points, outside, ends, Math.min(NEAREST, rows));
  }
}
