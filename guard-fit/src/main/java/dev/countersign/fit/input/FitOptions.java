package dev.countersign.fit.input;

import java.util.Optional;

/**
 * What whoever fits decides.
 *
 * @param label the column with the classes that the model learns; it is no feature
 * @param prediction the column with what the model says of each row; with it the gate compares an
 *     input with rows of its predicted class, and must be told the prediction of each input
 * @param falseRejects the share of inputs like the training data that may be rejected
 * @param flags the share that may be flagged or rejected
 * @param coreset how many rows neighbours are looked for among
 * @param seed of everything that is drawn
 */
public record FitOptions(
    Optional<String> label,
    Optional<String> prediction,
    double falseRejects,
    double flags,
    int coreset,
    long seed) {
  /** Rows of the coreset, where nobody says otherwise. */
  public static final int USUAL_CORESET = 2_000;

  /** The most rows of a coreset: with more a decision takes too long. */
  public static final int MOST_CORESET = 50_000;

  public FitOptions {
    if (!(falseRejects > 0 && falseRejects <= flags && flags < 1)) {
      throw new IllegalArgumentException(
          "the share of false rejects must be above 0, and not above that of flags, which is below"
              + " 1");
    }
    if (coreset < 10 || coreset > MOST_CORESET) {
      throw new IllegalArgumentException(
          "a coreset has 10 to %,d rows".formatted(MOST_CORESET));
    }
  }

  /** One in a hundred rejected, five in a hundred flagged. */
  public static FitOptions usual() {
    return new FitOptions(Optional.empty(), Optional.empty(), 0.01, 0.05, USUAL_CORESET, 1);
  }

  /** The same with a column of classes. */
  public FitOptions labelled(String column) {
    return new FitOptions(
        Optional.of(column), prediction, falseRejects, flags, coreset, seed);
  }

  /** The same with another seed. */
  public FitOptions seeded(long other) {
    return new FitOptions(label, prediction, falseRejects, flags, coreset, other);
  }
}
