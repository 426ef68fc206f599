package dev.countersign.runner.calibrate;

import dev.countersign.watch.space.Projection;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** Finds the principal directions of rows. */
final class ProjectionFit {
  /** Added to the variance of each direction: nothing is known as exactly as rows are rounded. */
  private static final double LEAST_VARIANCE = 1e-3;

  /** Directions make up the head until they explain so much. */
  private static final double HEAD_SHARE = 0.9;

  private static final int ROUNDS = 12;

  private ProjectionFit() {}

  /**
   * Of rows.
   *
   * @param rows bent standardised features; they are centred in place
   */
  static Projection of(float[][] rows) {
    int width = rows[0].length;
    float[] middle = centre(rows);
    boolean all = width <= Projection.ALL;
    DMatrixRMaj directions = all ? all(rows, width) : first(rows, width);
    int count = directions.numCols;
    double[] variances = variances(rows, directions);
    Integer[] order = order(variances);
    float[] flat = new float[width * count];
    float[] sorted = new float[count];
    for (int j = 0; j < count; j++) {
      sorted[j] = (float) (variances[order[j]] + LEAST_VARIANCE);
      for (int i = 0; i < width; i++) {
        flat[i * count + j] = (float) (directions.get(i, order[j]) / Math.sqrt(sorted[j]));
      }
    }
    float[] rest = all ? new float[0] : rest(rows, directions);
    return new Projection(middle, flat, sorted, rest, head(sorted));
  }

  private static float[] centre(float[][] rows) {
    float[] middle = new float[rows[0].length];
    for (int i = 0; i < middle.length; i++) {
      double sum = 0;
      for (float[] row : rows) {
        sum += row[i];
      }
      middle[i] = (float) (sum / rows.length);
      for (float[] row : rows) {
        row[i] -= middle[i];
      }
    }
    return middle;
  }

  private static DMatrixRMaj all(float[][] rows, int width) {
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j <= i; j++) {
          covariance.data[i * width + j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        covariance.set(j, i, covariance.get(i, j));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    if (!eigen.decompose(covariance)) {
      return CommonOps_DDRM.identity(width);
    }
    DMatrixRMaj directions = new DMatrixRMaj(width, width);
    for (int j = 0; j < width; j++) {
      CommonOps_DDRM.insert(eigen.getEigenVector(j), directions, 0, j);
    }
    return directions;
  }

  /** By orthogonal iteration (Golub and Van Loan, 8.2.4), since a covariance would be too large. */
  private static DMatrixRMaj first(float[][] rows, int width) {
    DMatrixRMaj basis = new DMatrixRMaj(width, Projection.HEAD);
    Random random = new Random(1);
    for (int i = 0; i < basis.data.length; i++) {
      basis.data[i] = random.nextGaussian();
    }
    for (int round = 0; round < ROUNDS; round++) {
      QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(width, Projection.HEAD);
      qr.decompose(times(rows, orthogonal(basis)));
      basis = qr.getQ(null, true);
    }
    return basis;
  }

  private static DMatrixRMaj orthogonal(DMatrixRMaj basis) {
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(basis.numRows, basis.numCols);
    qr.decompose(basis.copy());
    return qr.getQ(null, true);
  }

  private static DMatrixRMaj times(float[][] rows, DMatrixRMaj basis) {
    DMatrixRMaj product = new DMatrixRMaj(basis.numRows, basis.numCols);
    double[] at = new double[basis.numCols];
    for (float[] row : rows) {
      project(row, basis, at);
      for (int i = 0; i < row.length; i++) {
        for (int j = 0; j < at.length; j++) {
          product.data[i * at.length + j] += row[i] * at[j];
        }
      }
    }
    return product;
  }

  private static void project(float[] row, DMatrixRMaj basis, double[] at) {
    java.util.Arrays.fill(at, 0);
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < at.length; j++) {
        at[j] += row[i] * basis.data[i * at.length + j];
      }
    }
  }

  private static double[] variances(float[][] rows, DMatrixRMaj directions) {
    double[] variances = new double[directions.numCols];
    double[] at = new double[directions.numCols];
    for (float[] row : rows) {
      project(row, directions, at);
      for (int j = 0; j < at.length; j++) {
        variances[j] += at[j] * at[j] / rows.length;
      }
    }
    return variances;
  }

  private static Integer[] order(double[] variances) {
    Integer[] order = new Integer[variances.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, (a, b) -> Double.compare(variances[b], variances[a]));
    return order;
  }

  private static float[] rest(float[][] rows, DMatrixRMaj directions) {
    int width = directions.numRows;
    double[] squares = new double[width];
    double[] at = new double[directions.numCols];
    for (float[] row : rows) {
      project(row, directions, at);
      for (int i = 0; i < width; i++) {
        double left = row[i];
        for (int j = 0; j < at.length; j++) {
          left -= at[j] * directions.get(i, j);
        }
        squares[i] += left * left / rows.length;
      }
    }
    float[] precision = new float[width];
    for (int i = 0; i < width; i++) {
      precision[i] = (float) (1 / Math.sqrt(squares[i] + LEAST_VARIANCE));
    }
    return precision;
  }

  private static int head(float[] variances) {
    double sum = 0;
    for (float one : variances) {
      sum += one;
    }
    double explained = 0;
    int head = 0;
    while (head < Math.min(Projection.HEAD, variances.length) && explained < HEAD_SHARE * sum) {
      explained += variances[head++];
    }
    return head;
  }
}
