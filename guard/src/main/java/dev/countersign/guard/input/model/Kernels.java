package dev.countersign.guard.input.model;

/**
 * Loops over float arrays in the shape that HotSpot's C2 turns into vector instructions: each
 * step writes elements of its own, and never sums across them (that would fix an order of
 * additions, and stay scalar).
 */
final class Kernels {
  private Kernels() {}

  /**
   * {@code out = xᵀ M}.
   *
   * @param matrix row by row, {@code x.length} rows of {@code out.length}
   */
  static void multiply(float[] x, float[] matrix, float[] out) {
    int columns = out.length;
    java.util.Arrays.fill(out, 0);
    int row = 0;
    for (; row + 4 <= x.length; row += 4) {
      if (x[row] != 0 || x[row + 1] != 0 || x[row + 2] != 0 || x[row + 3] != 0) {
        addFour(x, row, matrix, row * columns, columns, columns, out);
      }
    }
    for (; row < x.length; row++) {
      addOne(x[row], matrix, row * columns, out, columns);
    }
  }

  /** Adds four scaled rows, which begin {@code stride} apart, to {@code out[0..count)}. */
  static void addFour(
      float[] x, int at, float[] matrix, int from, int stride, int count, float[] out) {
    float a = x[at];
    float b = x[at + 1];
    float c = x[at + 2];
    float d = x[at + 3];
    int second = from + stride;
    int third = second + stride;
    int fourth = third + stride;
    for (int i = 0; i < count; i++) {
      out[i] +=
          a * matrix[from + i]
              + b * matrix[second + i]
              + c * matrix[third + i]
              + d * matrix[fourth + i];
    }
  }

  /** Adds one scaled row to {@code out[0..count)}. */
  static void addOne(float x, float[] matrix, int from, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] += x * matrix[from + i];
    }
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
