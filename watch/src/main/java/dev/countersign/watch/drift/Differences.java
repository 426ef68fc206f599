package dev.countersign.watch.drift;

import java.util.List;

/** Finds how much batches differ. */
final class Differences {
  private Differences() {}

  /**
   * Of groups of batches, each against the mean of its group.
   *
   * @param all the sum of all batches
   */
  static Unit of(List<List<float[]>> groups, float[] all) {
    double outputs = variance(groups, Profile::meanOutput);
    float[] inputs = new float[Profile.INPUTS];
    for (int i = 0; i < inputs.length; i++) {
      int at = Profile.INPUTS_AT + i;
      inputs[i] = (float) variance(groups, batch -> batch[at] / batch[Profile.ROWS]);
    }
    double ofRows = Math.max(1e-3, rowVariance(all));
    return new Unit(
        Math.max(1, DriftClient.BATCH * outputs / ofRows),
        Math.max(0.01, Math.sqrt(outputs)),
        inputs);
  }

  private interface Number {
    double of(float[] batch);
  }

  /** Around the means of groups; 0 where it is only rounding. */
  private static double variance(List<List<float[]>> groups, Number number) {
    double sum = 0;
    int batches = 0;
    for (List<float[]> group : groups) {
      sum += squares(group, number);
      batches += group.size() - 1;
    }
    double variance = sum / Math.max(1, batches);
    return variance < 1e-7 ? 0 : variance;
  }

  /** The sum of squares around the mean. */
  private static double squares(List<float[]> group, Number number) {
    double sum = 0;
    double squares = 0;
    for (float[] batch : group) {
      double value = number.of(batch);
      sum += value;
      squares += value * value;
    }
    return Math.max(0, squares - sum * sum / group.size());
  }

  private static double rowVariance(float[] all) {
    double mean = Profile.meanOutput(all);
    double squares = 0;
    for (int i = 0; i < Profile.OUTPUTS; i++) {
      squares += (i - mean) * (i - mean) * all[Profile.OUTPUTS_AT + i];
    }
    return squares / Math.max(1e-9, Profile.outputs(all));
  }
}
