package dev.countersign.watch.drift;

/**
 * The places of numbers that sum rows up: how many rows; how many had an output in each of {@link
 * #OUTPUTS} ranges that usually hold equally many; how many were decided in each of {@link #LABELS}
 * ways; and sums of {@link #INPUTS} functions of the features.
 */
final class Profile {
  static final int ROWS = 0;
  static final int OUTPUTS_AT = 1;
  static final int OUTPUTS = 16;
  static final int LABELS_AT = OUTPUTS_AT + OUTPUTS;

  /** The last one is for all labels beyond. */
  static final int LABELS = 8;

  static final int INPUTS_AT = LABELS_AT + LABELS;

  /** Features are added up into so many numbers. */
  static final int PROJECTIONS = 8;

  /** Each projection and, less 1, its square. */
  static final int INPUTS = 2 * PROJECTIONS;

  static final int SIZE = INPUTS_AT + INPUTS;

  private Profile() {}

  /** How many rows had an output. */
  static double outputs(float[] profile) {
    return sum(profile, OUTPUTS_AT, OUTPUTS);
  }

  /** The sum of some of the numbers. */
  static double sum(float[] profile, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += profile[i];
    }
    return sum;
  }

  /** The mean range of outputs, from 0 to 15; 0 where no row had one. */
  static double meanOutput(float[] profile) {
    double sum = 0;
    for (int i = 0; i < OUTPUTS; i++) {
      sum += (double) i * profile[OUTPUTS_AT + i];
    }
    return sum / Math.max(1e-9, outputs(profile));
  }
}
