package dev.countersign.watch.agent;

/**
 * How surprising each tool is after each other one, by counts that are smoothed as Witten and Bell
 * (1991) say: a tool that had many different successors may have one more.
 */
final class Bigrams {
  /**
   * The least spread that surprise is measured in, in nats: an agent that never varies has none.
   */
  private static final double LEAST_SPREAD = 0.5;

  private final int[][] counts;
  private final int size;

  /** Of counts {@code [before][after]}. */
  Bigrams(int[][] counts) {
    this.counts = counts;
    this.size = counts.length;
  }

  /** In units of the usual spread from the usual middle, {@code [before][after]}. */
  float[][] surprise() {
    float[][] nats = nats(shares());
    double times = 0;
    double sum = 0;
    double squares = 0;
    for (int before = 0; before < size; before++) {
      for (int after = 0; after < size; after++) {
        double count = counts[before][after];
        times += count;
        sum += count * nats[before][after];
        squares += count * nats[before][after] * nats[before][after];
      }
    }
    double middle = sum / Math.max(1, times);
    double variance = squares / Math.max(1, times) - middle * middle;
    standardise(nats, middle, Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, variance))));
    return nats;
  }

  /** The share of each tool among all calls, with half a call more for each. */
  private double[] shares() {
    double[] shares = new double[size];
    double sum = 0;
    for (int[] row : counts) {
      for (int after = 0; after < size; after++) {
        shares[after] += row[after];
        sum += row[after];
      }
    }
    for (int after = 0; after < size; after++) {
      shares[after] = (shares[after] + 0.5) / (sum + 0.5 * size);
    }
    return shares;
  }

  private float[][] nats(double[] shares) {
    float[][] nats = new float[size][size];
    for (int before = 0; before < size; before++) {
      double times = 0;
      double kinds = 0;
      for (int count : counts[before]) {
        times += count;
        kinds += count > 0 ? 1 : 0;
      }
      double weight = Math.max(1, kinds);
      for (int after = 0; after < size; after++) {
        double share = (counts[before][after] + weight * shares[after]) / (times + weight);
        nats[before][after] = (float) -Math.log(share);
      }
    }
    return nats;
  }

  private static void standardise(float[][] nats, double middle, double spread) {
    for (float[] row : nats) {
      for (int after = 0; after < row.length; after++) {
        row[after] = (float) ((row[after] - middle) / spread);
      }
    }
  }
}
