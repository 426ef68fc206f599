package dev.countersign.runner.calibrate;

import java.util.Arrays;
import java.util.Random;

/**
 * A layer of a network that learns: weights of each input for each unit, one input after the other,
 * then what units begin with. It holds what was last put through it.
 */
final class Layer {
  private static final float FADES = 0.9f;
  private static final float SQUARES_FADE = 0.999f;
  private static final float LEAST = 1e-7f;

  private final int units;
  private final float[] weights;
  private final float[] gradient;
  private final float[] means;
  private final float[] squares;
  private final float[] errors;
  private final float[] out;
  private float[] in = new float[0];

  /** With normal weights, whose variance is 2 over the number of inputs (He and others 2015). */
  Layer(int inputs, int units, Random random) {
    this.units = units;
    this.weights = new float[(inputs + 1) * units];
    for (int i = 0; i < inputs * units; i++) {
      weights[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / inputs));
    }
    this.gradient = new float[weights.length];
    this.means = new float[weights.length];
    this.squares = new float[weights.length];
    this.errors = new float[inputs];
    this.out = new float[units];
  }

  float[] weights() {
    return weights;
  }

  /** What units give, each at least 0 where they are rectified; written over by the next. */
  float[] forward(float[] input, boolean rectified) {
    in = input;
    System.arraycopy(weights, in.length * units, out, 0, units);
    for (int i = 0; i < in.length; i++) {
      float value = in[i];
      for (int j = 0, at = i * units; value != 0 && j < units; j++) {
        out[j] += value * weights[at + j];
      }
    }
    for (int j = 0; rectified && j < units; j++) {
      out[j] = Math.max(0, out[j]);
    }
    return out;
  }

  /**
   * Adds to the gradient.
   *
   * @param of the errors of units, 0 of those that are rectified to 0
   */
  void backward(float[] of) {
    for (int i = 0; i < in.length; i++) {
      float value = in[i];
      float error = 0;
      for (int j = 0, at = i * units; j < units; j++) {
        gradient[at + j] += value * of[j];
        error += weights[at + j] * of[j];
      }
      errors[i] = value == 0 ? 0 : error;
    }
    for (int j = 0, at = in.length * units; j < units; j++) {
      gradient[at + j] += of[j];
    }
  }

  /**
   * The errors of inputs, 0 of those that are 0: a unit that was rectified to 0 learns nothing.
   * Right for inputs that are such units; nobody asks for those of features.
   */
  float[] errors() {
    return errors;
  }

  /** One step of Adam with the gradient that was gathered, which begins afresh. */
  void step(float rate, int step) {
    float far = rate / (float) (1 - StrictMath.pow(FADES, step));
    float wide = 1 / (float) (1 - StrictMath.pow(SQUARES_FADE, step));
    for (int i = 0; i < weights.length; i++) {
      float slope = gradient[i];
      means[i] = FADES * means[i] + (1 - FADES) * slope;
      squares[i] = SQUARES_FADE * squares[i] + (1 - SQUARES_FADE) * slope * slope;
      weights[i] -= far * means[i] / ((float) Math.sqrt(squares[i] * wide) + LEAST);
    }
    Arrays.fill(gradient, 0);
  }
}
