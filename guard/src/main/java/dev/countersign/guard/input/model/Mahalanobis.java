package dev.countersign.guard.input.model;

import java.util.Arrays;

/**
 * The squared Mahalanobis distance from the nearest class, with one covariance for all classes (K.
 * Lee et al., "A simple unified framework for detecting out-of-distribution samples", NeurIPS
 * 2018), shrunk as by O. Ledoit and M. Wolf (Journal of Multivariate Analysis 88, 2004). Without
 * classes it is the distance from the mean.
 */
public final class Mahalanobis {
  private final float[] whitening;
  private final float[][] rows;
  private final float[] centres;
  private final double rest;
  private final int outside;
  private final int components;
  private final float[] whitenedCentres;

  /**
   * A distance.
   *
   * @param whitening turns components so that the covariance within classes is one; row by row
   * @param centres of the classes in components, class by class
   * @param rest the variance in each direction outside of the components
   * @param outside how many directions there are outside
   */
  public Mahalanobis(float[] whitening, float[] centres, double rest, int outside) {
    long size = Math.round(Math.sqrt(whitening.length));
    Shapes.same("whitening", whitening.length, size * size);
    Shapes.between("components", size, 1, Projection.MOST_COMPONENTS);
    Shapes.same("centres of classes", centres.length % size, 0);
    Shapes.between("classes", centres.length / size, 1, 10_000);
    Shapes.finite("whitening", whitening);
    Shapes.finite("centres of classes", centres);
    Shapes.between("outside", outside, 0, Encoding.MOST_WIDTH);
    this.whitening = whitening.clone();
    this.centres = centres.clone();
    this.rest = Shapes.positive("rest", rest);
    this.outside = outside;
    this.components = (int) size;
    this.rows = Kernels.rows(whitening, components);
    this.whitenedCentres = whitenedCentres();
  }

  private float[] whitenedCentres() {
    float[] all = new float[centres.length];
    float[] whitened = new float[components];
    for (int one = 0; one < classes(); one++) {
      Kernels.multiply(centre(one), rows, whitened);
      System.arraycopy(whitened, 0, all, one * components, components);
    }
    Shapes.finite("whitened centres of classes", all);
    return all;
  }

  /** How many components it takes. */
  public int components() {
    return components;
  }

  /** How many classes it knows: one where there are none. */
  public int classes() {
    return centres.length / components;
  }

  /** The matrix that makes the covariance within classes one; row by row. */
  float[] whitening() {
    return whitening.clone();
  }

  /** The centres of all classes, one after the other. */
  float[] centres() {
    return centres.clone();
  }

  /** The variance in each direction outside of the components. */
  double rest() {
    return rest;
  }

  /** How many directions there are outside of the components. */
  int outside() {
    return outside;
  }

  /** The centre of a class, in components. */
  float[] centre(int one) {
    return Arrays.copyOfRange(centres, one * components, (one + 1) * components);
  }

  /** The distance of what is projected; from one class where the model has said which. */
  double distance(Scratch scratch, int predicted) {
    Kernels.multiply(scratch.projected, rows, scratch.whitened);
    double least = Double.POSITIVE_INFINITY;
    int first = predicted < 0 ? 0 : predicted;
    int end = predicted < 0 ? classes() : predicted + 1;
    scratch.nearestClass = first;
    for (int one = first; one < end; one++) {
      double distance =
          Kernels.squaredDistance(scratch.whitened, whitenedCentres, one * components);
      if (distance < least) {
        least = distance;
        scratch.nearestClass = one;
      }
    }
    return least + outside(scratch);
  }

  private double outside(Scratch scratch) {
    if (outside == 0) {
      return 0;
    }
    double inside = 0;
    for (float value : scratch.projected) {
      inside += value * value;
    }
    return Math.max(0, scratch.energy - inside) / rest;
  }

  /** The slope of half the distance from a class in each component: {@code Σ⁻¹(z-c)}. */
  float[] slope(Scratch scratch) {
    float[] slope = new float[components];
    int from = scratch.nearestClass * components;
    for (int i = 0; i < components; i++) {
      for (int j = 0; j < components; j++) {
        slope[i] +=
            whitening[i * components + j] * (scratch.whitened[j] - whitenedCentres[from + j]);
      }
    }
    return slope;
  }
}
