package dev.countersign.guard.input.model;

/**
 * Loops over float arrays in the shape that HotSpot's C2 turns into vector instructions: each step
 * writes elements of its own, and never sums across them (that would fix an order of additions, and
 * stay scalar). All arrays of a loop have the same index: with different offsets C2 could not know
 * that they do not overlap, and would stay scalar too.
 */
final class Kernels {
  private Kernels() {}

  /**
   * {@code out = xᵀ M}.
   *
   * @param matrix a row for each of x, as long as out
   */
  static void multiply(float[] x, float[][] matrix, float[] out) {
    java.util.Arrays.fill(out, 0);
    int row = 0;
    for (; row + 4 <= x.length; row += 4) {
      if (x[row] != 0 || x[row + 1] != 0 || x[row + 2] != 0 || x[row + 3] != 0) {
        addFour(x, matrix, row, out);
      }
    }
    for (; row < x.length; row++) {
      addOne(x[row], matrix[row], out);
    }
  }

  private static void addFour(float[] x, float[][] matrix, int row, float[] out) {
    float a = x[row];
    float b = x[row + 1];
    float c = x[row + 2];
    float d = x[row + 3];
    float[] first = matrix[row];
    float[] second = matrix[row + 1];
    float[] third = matrix[row + 2];
    float[] fourth = matrix[row + 3];
    for (int i = 0; i < out.length; i++) {
      out[i] += a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
    }
  }

  private static void addOne(float x, float[] row, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += x * row[i];
    }
  }

  /** Takes twice the products of four components with those of rows from their sums. */
  static void takeProducts(
      float[] x, float[][] points, int component, int from, int to, float[] out) {
    float a = 2 * x[component];
    float b = 2 * x[component + 1];
    float c = 2 * x[component + 2];
    float d = 2 * x[component + 3];
    float[] first = points[component];
    float[] second = points[component + 1];
    float[] third = points[component + 2];
    float[] fourth = points[component + 3];
    for (int i = from; i < to; i++) {
      out[i] -= a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
    }
  }

  /** The same of one component. */
  static void takeProduct(float x, float[] point, int from, int to, float[] out) {
    float a = 2 * x;
    for (int i = from; i < to; i++) {
      out[i] -= a * point[i];
    }
  }

  /** A flat array as rows of one length. */
  static float[][] rows(float[] flat, int length) {
    float[][] rows = new float[flat.length / length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = java.util.Arrays.copyOfRange(flat, i * length, (i + 1) * length);
    }
    return rows;
  }

  /** The squared distance of {@code a} from a row of a matrix. */
  static double squaredDistance(float[] a, float[] matrix, int from) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 4 <= a.length; i += 4) {
      float p = a[i] - matrix[from + i];
      float q = a[i + 1] - matrix[from + i + 1];
      float r = a[i + 2] - matrix[from + i + 2];
      float s = a[i + 3] - matrix[from + i + 3];
      first += p * p;
      second += q * q;
      third += r * r;
      fourth += s * s;
    }
    for (; i < a.length; i++) {
      float p = a[i] - matrix[from + i];
      first += p * p;
    }
    return (double) first + second + third + fourth;
  }
}
