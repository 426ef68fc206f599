package dev.countersign.guard.input.model;

/**
 * Conformal p-values (V. Vovk, A. Gammerman, G. Shafer, "Algorithmic learning in a random world";
 * split form): the share of rows of the same kind, which nothing was fitted on, that were as
 * unusual. Whatever the distribution, an input that is exchangeable with them has a p-value of at
 * most α with a probability of at most α.
 *
 * @param scores of rows without violations, in ascending order
 * @param violations how many rows had a violation of the schema; they count as less usual than all
 *     others
 * @param reject p-values up to this one are rejected
 * @param flag those up to this one are flagged
 * @param byPrediction whether the rows were scored with what the model said of them; then it must
 *     be known of every input, and otherwise of none
 */
public record Calibration(
    float[] scores, int violations, double reject, double flag, boolean byPrediction) {
  public Calibration {
    Shapes.finite("scores", scores);
    Shapes.between("violations", violations, 0, Integer.MAX_VALUE - 1 - scores.length);
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] < scores[i - 1]) {
        throw new IllegalArgumentException("scores: not in order");
      }
    }
    if (!(reject > 0 && reject <= flag && flag <= 1)) {
      throw new IllegalArgumentException("reject and flag: not in order between 0 and 1");
    }
  }

  /** How many rows it has. */
  public int rows() {
    return scores.length + violations;
  }

  /** The p-value of a score; an infinite one is that of a violation. */
  public double pValue(double score) {
    float rounded = (float) score;
    int low = 0;
    int high = scores.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores[middle] < rounded) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (1.0 + scores.length - low + violations) / (1.0 + rows());
  }
}
