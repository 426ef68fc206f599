package dev.countersign.watch.drift;

import dev.countersign.watch.event.Rows;
import java.util.Arrays;
import java.util.List;

/** Finds the {@link Scale} of a sample of rows. */
final class Scaling {
  /** Between the quarters of a normal distribution lie so many spreads. */
  private static final double QUARTERS = 1.349;

  private final List<Batches.Batch> batches;
  private final int rows;

  Scaling(List<Batches.Batch> batches) {
    this.batches = batches;
    this.rows = batches.size() * DriftClient.BATCH;
  }

  private interface Number {
    float of(Rows rows, int row);
  }

  Scale scale(int width, boolean haveOutputs) {
    float[] middle = new float[width];
    float[] spread = new float[width];
    for (int i = 0; i < width; i++) {
      int feature = i;
      float[] sorted = sorted((all, row) -> all.feature(row, feature));
      middle[i] = quantile(sorted, 0.5);
      spread[i] = spread(sorted);
    }
    float[] edges = new float[haveOutputs ? Profile.OUTPUTS - 1 : 0];
    float[] scores = haveOutputs ? sorted(Scale::score) : new float[0];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = quantile(scores, (i + 1.0) / Profile.OUTPUTS);
    }
    return projected(edges, middle, spread);
  }

  /** All values that are not missing, ascending. */
  private float[] sorted(Number number) {
    float[] all = new float[rows];
    int count = 0;
    for (Batches.Batch batch : batches) {
      for (int row = 0; row < batch.rows().count(); row++) {
        float value = number.of(batch.rows(), row);
        if (Float.isFinite(value)) {
          all[count++] = value;
        }
      }
    }
    float[] sorted = Arrays.copyOf(all, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static float quantile(float[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)];
  }

  private static float spread(float[] sorted) {
    double quarters = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / QUARTERS;
    double outer = (quantile(sorted, 0.99) - quantile(sorted, 0.01)) / 4;
    double spread = quarters > 0 ? quarters : outer;
    return spread > 0 ? (float) spread : 1;
  }

  private Scale projected(float[] edges, float[] middle, float[] spread) {
    float[] center = new float[Profile.PROJECTIONS];
    float[] unit = new float[Profile.PROJECTIONS];
    Scale plain = new Scale(edges, middle, spread, center, unit);
    double[] sums = new double[Profile.PROJECTIONS];
    double[] squares = new double[Profile.PROJECTIONS];
    for (Batches.Batch batch : batches) {
      for (int row = 0; row < batch.rows().count(); row++) {
        float[] one = new float[Profile.PROJECTIONS];
        plain.project(batch.rows(), row, one);
        for (int i = 0; i < one.length; i++) {
          sums[i] += one[i];
          squares[i] += (double) one[i] * one[i];
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / rows;
      center[i] = (float) mean;
      double variance = squares[i] / rows - mean * mean;
      unit[i] = variance > 1e-9 ? (float) Math.sqrt(variance) : 1;
    }
    return plain;
  }
}
