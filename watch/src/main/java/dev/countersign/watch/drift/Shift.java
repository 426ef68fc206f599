package dev.countersign.watch.drift;

/**
 * How far rows are from usual ones.
 *
 * @param outputs how rare the distance of the distributions of outputs is (Kolmogorov–Smirnov on
 *     {@value Profile#OUTPUTS} ranges, which makes it smaller than it is)
 * @param labels how rare the distance of the shares of decisions is (chi-squared)
 * @param inputs how rare the distance of the means of functions of the features is (chi-squared): a
 *     maximum mean discrepancy whose kernel is that of these functions
 * @param stability the population stability index, less what it is on average where nothing moved
 */
record Shift(double outputs, double labels, double inputs, double stability) {
  /** Of rows from usual ones; both with at least one row. */
  static Shift of(float[] now, float[] usual, Unit unit) {
    double ofNow = Profile.outputs(now);
    double ofUsual = Profile.outputs(usual);
    double inputs = inputs(now, usual, unit.inputs());
    if (ofNow <= 0 || ofUsual <= 0) {
      return new Shift(0, 0, inputs, 0);
    }
    double independent = 1 / (1 / ofNow + 1 / ofUsual) / unit.outputs();
    double byChance = (Profile.OUTPUTS - 1) / independent;
    return new Shift(
        Tail.kolmogorov(distance(now, usual), independent),
        Tail.chiSquared(labels(now, usual, independent), Profile.LABELS - 1),
        inputs,
        Math.max(0, stability(now, usual) - byChance));
  }

  private static double distance(float[] now, float[] usual) {
    double ofNow = Profile.outputs(now);
    double ofUsual = Profile.outputs(usual);
    double difference = 0;
    double most = 0;
    for (int i = Profile.OUTPUTS_AT; i < Profile.OUTPUTS_AT + Profile.OUTPUTS; i++) {
      difference += now[i] / ofNow - usual[i] / ofUsual;
      most = Math.max(most, Math.abs(difference));
    }
    return most;
  }

  /** A label that is expected less than once counts as if it were expected once. */
  private static double labels(float[] now, float[] usual, double independent) {
    double sum = 0;
    for (int i = Profile.LABELS_AT; i < Profile.LABELS_AT + Profile.LABELS; i++) {
      double expected = usual[i] / Profile.outputs(usual);
      double difference = now[i] / Profile.outputs(now) - expected;
      sum += independent * difference * difference / Math.max(expected, 1 / independent);
    }
    return sum;
  }

  /** With half a row more in each range, so that none is empty. */
  private static double stability(float[] now, float[] usual) {
    double sum = 0;
    for (int i = Profile.OUTPUTS_AT; i < Profile.OUTPUTS_AT + Profile.OUTPUTS; i++) {
      double usually = (usual[i] + 0.5) / (Profile.outputs(usual) + 0.5 * Profile.OUTPUTS);
      double more = 0.5 * Profile.OUTPUTS;
      double share = (now[i] + more * usually) / (Profile.outputs(now) + more);
      sum += (share - usually) * Math.log(share / usually);
    }
    return sum;
  }

  private static double inputs(float[] now, float[] usual, float[] variance) {
    double rows = now[Profile.ROWS];
    double usually = usual[Profile.ROWS];
    double ofMean = DriftClient.BATCH * (1 / rows + 1 / usually);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < Profile.INPUTS; i++) {
      if (variance[i] > 0) {
        int at = Profile.INPUTS_AT + i;
        double difference = now[at] / rows - usual[at] / usually;
        sum += difference * difference / (variance[i] * ofMean);
        count++;
      }
    }
    return count == 0 ? 0 : Tail.chiSquared(sum, count);
  }
}
