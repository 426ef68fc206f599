package dev.countersign.guard.input.model;

/**
 * Principal components: turns encoded inputs around their mean and keeps the directions in which
 * training data vary most. What is outside of them is kept as energy, so nothing hides there.
 */
public final class Projection {
  /** More than any gate decides by in time. */
  public static final int MOST_COMPONENTS = 1_024;

  private final float[] mean;
  private final float[] basis;
  private final int components;
  private final float[][] rows;

  /**
   * A projection.
   *
   * @param mean of encoded training data
   * @param basis orthonormal directions as columns: row by row, one row for each input
   * @param components how many directions
   */
  public Projection(float[] mean, float[] basis, int components) {
    Shapes.between("components", components, 1, Math.min(MOST_COMPONENTS, mean.length));
    Shapes.same("basis", basis.length, (long) mean.length * components);
    Shapes.finite("mean", mean);
    Shapes.finite("basis", basis);
    this.mean = mean.clone();
    this.basis = basis.clone();
    this.components = components;
    this.rows = Kernels.rows(basis, components);
  }

  /** The length of an encoded input. */
  public int inputs() {
    return mean.length;
  }

  /** How many components there are. */
  public int components() {
    return components;
  }

  /** The mean of encoded training data. */
  float[] mean() {
    return mean.clone();
  }

  /** The directions, row by row. */
  float[] basis() {
    return basis.clone();
  }

  /** Centres what is encoded in place, and projects it. */
  void project(Scratch scratch) {
    float[] x = scratch.encoded;
    float energy = 0;
    float other = 0;
    int i = 0;
    for (; i + 2 <= x.length; i += 2) {
      float a = x[i] - mean[i];
      float b = x[i + 1] - mean[i + 1];
      x[i] = a;
      x[i + 1] = b;
      energy += a * a;
      other += b * b;
    }
    if (i < x.length) {
      x[i] -= mean[i];
      energy += x[i] * x[i];
    }
    scratch.energy = (double) energy + other;
    Kernels.multiply(x, rows, scratch.projected);
  }

  /** A centred input in components. */
  public float[] components(float[] centred) {
    float[] out = new float[components];
    Kernels.multiply(centred, rows, out);
    return out;
  }

  /** One encoded column of a point that is given by components: what they say of it. */
  public double restored(int input, float[] point) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      sum += (double) point[i] * rows[input][i];
    }
    return sum;
  }
}
