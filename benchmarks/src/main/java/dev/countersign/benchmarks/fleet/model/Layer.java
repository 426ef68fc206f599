package dev.countersign.benchmarks.fleet.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Weights from numbers to numbers, with an offset each, that are trained by Adam (Kingma and Ba
 * 2015, algorithm 1, with its usual decays).
 */
final class Layer {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;

  private final int in;
  private final int out;
  private final double[] weights;
  private final double[] gradient;
  private final double[] mean;
  private final double[] square;
  private int steps;

  /** Begins with normal weights of the variance 2 / in (He and others 2015). */
  Layer(int in, int out, RandomGenerator random) {
    this.in = in;
    this.out = out;
    weights = new double[(in + 1) * out];
    gradient = new double[weights.length];
    mean = new double[weights.length];
    square = new double[weights.length];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        weights[o * (in + 1) + i] = random.nextGaussian() * Math.sqrt(2.0 / in);
      }
    }
  }

  double[] forward(double[] x) {
    double[] y = new double[out];
    for (int o = 0, at = 0; o < out; o++) {
      double sum = 0;
      for (int i = 0; i < in; i++) {
        sum += weights[at++] * x[i];
      }
      y[o] = sum + weights[at++];
    }
    return y;
  }

  /** What a change of the input changes, given what a change of the output changes. */
  double[] backward(double[] change) {
    double[] back = new double[in];
    for (int o = 0; o < out; o++) {
      int at = o * (in + 1);
      for (int i = 0; i < in; i++) {
        back[i] += weights[at + i] * change[o];
      }
    }
    return back;
  }

  void collect(double[] x, double[] change) {
    for (int o = 0, at = 0; o < out; o++) {
      double by = change[o];
      for (int i = 0; i < in; i++) {
        gradient[at++] += by * x[i];
      }
      gradient[at++] += by;
    }
  }

  /** A step against the collected gradient of so many rows. */
  void step(double rate, int rows, double decay) {
    steps++;
    double scale = rate * Math.sqrt(1 - Math.pow(SECOND, steps)) / (1 - Math.pow(FIRST, steps));
    for (int i = 0; i < weights.length; i++) {
      double g = gradient[i] / rows + decay * weights[i];
      mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
      square[i] = SECOND * square[i] + (1 - SECOND) * g * g;
      weights[i] -= scale * mean[i] / (Math.sqrt(square[i]) + 1e-8);
    }
    Arrays.fill(gradient, 0);
  }
}
