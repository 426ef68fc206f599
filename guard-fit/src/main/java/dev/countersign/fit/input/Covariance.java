package dev.countersign.fit.input;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * A covariance matrix and how much it is to be shrunk towards a multiple of the identity (O.
 * Ledoit, M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices",
 * Journal of Multivariate Analysis 88, 2004).
 *
 * @param size rows and columns
 * @param values row by row
 * @param shrinkage from 0 to 1
 * @param target the mean variance
 */
record Covariance(int size, double[] values, double shrinkage, double target) {
  private static final int ROWS_AT_ONCE = 4;

  /** Of rows whose mean is zero. */
  static Covariance of(float[][] centred, int size) {
    double[] sums = new double[size * size];
    int row = 0;
    for (; row + ROWS_AT_ONCE <= centred.length; row += ROWS_AT_ONCE) {
      addFour(centred, row, size, sums);
    }
    for (; row < centred.length; row++) {
      addOne(centred[row], size, sums);
    }
    return shrunk(centred, size, mirrored(sums, size, centred.length));
  }

  private static void addFour(float[][] rows, int at, int size, double[] sums) {
    float[] a = rows[at];
    float[] b = rows[at + 1];
    float[] c = rows[at + 2];
    float[] d = rows[at + 3];
    for (int i = 0; i < size; i++) {
      double p = a[i];
      double q = b[i];
      double r = c[i];
      double s = d[i];
      int from = i * size;
      for (int j = i; j < size; j++) {
        sums[from + j] += p * a[j] + q * b[j] + r * c[j] + s * d[j];
      }
    }
  }

  private static void addOne(float[] row, int size, double[] sums) {
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        sums[i * size + j] += (double) row[i] * row[j];
      }
    }
  }

  private static double[] mirrored(double[] sums, int size, int rows) {
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        sums[i * size + j] /= rows;
        sums[j * size + i] = sums[i * size + j];
      }
    }
    return sums;
  }

  private static Covariance shrunk(float[][] centred, int size, double[] values) {
    double n = centred.length;
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      trace += values[i * size + i];
    }
    for (double value : values) {
      squares += value * value;
    }
    double fourth = 0;
    for (float[] row : centred) {
      double length = squaredLength(row, size);
      fourth += length * length;
    }
    double target = trace / size;
    double delta = (squares - 2 * target * trace + size * target * target) / size;
    double beta = Math.min(delta, (fourth / n - squares) / (size * n));
    return new Covariance(size, values, delta > 0 ? Math.max(0, beta / delta) : 1, target);
  }

  private static double squaredLength(float[] row, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) row[i] * row[i];
    }
    return sum;
  }

  /** The same with another shrinkage. */
  Covariance shrunkAs(double other, double towards) {
    return new Covariance(size, values, other, towards);
  }

  /** A variance after shrinkage, never zero. */
  double shrunk(double variance) {
    double floor = Math.max(1e-9, 1e-6 * target);
    return Math.max(floor, (1 - shrinkage) * variance + shrinkage * target);
  }

  /** Its eigenvectors, those of the largest variances first. */
  Eigen eigen() {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(size, true, true);
    if (!decomposition.decompose(DMatrixRMaj.wrap(size, size, values.clone()))) {
      throw new IllegalStateException("the covariance has no eigenvalues");
    }
    Integer[] order = new Integer[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(
        order,
        java.util.Comparator.comparingDouble(i -> -decomposition.getEigenvalue(i).getReal()));
    double[] variances = new double[size];
    double[][] vectors = new double[size][];
    for (int i = 0; i < size; i++) {
      variances[i] = decomposition.getEigenvalue(order[i]).getReal();
      vectors[i] = decomposition.getEigenVector(order[i]).getData();
    }
    return new Eigen(variances, vectors);
  }

  /**
   * Directions and the variance along them.
   *
   * @param variances before shrinkage, in descending order
   * @param vectors of length one
   */
  record Eigen(double[] variances, double[][] vectors) {}
}
