package dev.countersign.fit.input;

import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.Projection;

/**
 * Encoded rows in principal components.
 *
 * @param projection what makes them
 * @param rows the components of each row
 * @param energies the squared length of each row before the projection
 * @param covariance before the projection
 * @param variances along the components, before shrinkage, and along all directions outside
 */
record Components(
    Projection projection,
    float[][] rows,
    double[] energies,
    Covariance covariance,
    double[] variances) {
  /** Up to so many dimensions all are kept: then nothing is approximated. */
  private static final int MOST_WHOLE = 256;

  /** Of more dimensions the directions of the largest variances are. */
  private static final int KEPT = 128;

  private static final long MOST_VALUES = 1L << 26;

  static Components of(Encoding encoding, Samples samples) {
    int width = encoding.width();
    int count = (int) Math.min(samples.size(), MOST_VALUES / width);
    float[][] encoded = new float[count][width];
    for (int i = 0; i < count; i++) {
      encoding.encode(samples.raw()[i], encoded[i]);
    }
    float[] mean = mean(encoded, width);
    for (float[] row : encoded) {
      subtract(row, mean);
    }
    Covariance covariance = Covariance.of(encoded, width);
    Covariance.Eigen eigen = covariance.eigen();
    int kept = width <= MOST_WHOLE ? width : KEPT;
    Projection projection = new Projection(mean, basis(eigen, width, kept), kept);
    return projected(projection, encoded, covariance, eigen.variances());
  }

  private static Components projected(
      Projection projection, float[][] centred, Covariance covariance, double[] variances) {
    float[][] rows = new float[centred.length][];
    double[] energies = new double[centred.length];
    for (int i = 0; i < centred.length; i++) {
      rows[i] = projection.components(centred[i]);
      for (float value : centred[i]) {
        energies[i] += (double) value * value;
      }
    }
    return new Components(projection, rows, energies, covariance, variances);
  }

  private static float[] mean(float[][] rows, int width) {
    double[] sums = new double[width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        sums[i] += row[i];
      }
    }
    float[] mean = new float[width];
    for (int i = 0; i < width; i++) {
      mean[i] = (float) (sums[i] / rows.length);
    }
    return mean;
  }

  private static void subtract(float[] row, float[] mean) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= mean[i];
    }
  }

  private static float[] basis(Covariance.Eigen eigen, int width, int kept) {
    float[] basis = new float[width * kept];
    for (int component = 0; component < kept; component++) {
      for (int i = 0; i < width; i++) {
        basis[i * kept + component] = (float) eigen.vectors()[component][i];
      }
    }
    return basis;
  }

  /** The mean variance in the directions outside. */
  double outside() {
    int kept = projection.components();
    double sum = 0;
    for (int i = kept; i < variances.length; i++) {
      sum += Math.max(0, variances[i]);
    }
    return kept == variances.length ? 0 : sum / (variances.length - kept);
  }

  /** The same of some of the rows only: the projection stays. */
  Components only(int[] chosen) {
    float[][] some = new float[chosen.length][];
    double[] lengths = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      some[i] = rows[chosen[i]];
      lengths[i] = energies[chosen[i]];
    }
    return new Components(projection, some, lengths, covariance, variances);
  }
}
