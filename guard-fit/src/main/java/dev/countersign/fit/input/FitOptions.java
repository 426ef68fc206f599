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
 * @param coreset how many rows, or {@link #USUAL_CORESET}, neighbours are looked for among; half as
 *     many where each is compared by 64 components and not by 32
 * @param seed of everything that is drawn
 */
public record FitOptions(
    Optional<String> label,
    Optional<String> prediction,
    double falseRejects,
    double flags,
    int coreset,
    long seed) {
  /** As many rows of the coreset as leave time for the rest of a decision. */
  public static final int USUAL_CORESET = 0;

  private static final int ROWS_OF_NARROW = 3_000;
  private static final int ROWS_OF_WIDE = 8_000;
  private static final int WIDE = 256;

  /** The most rows of a coreset: with more a decision takes too long. */
  public static final int MOST_CORESET = 50_000;

  public FitOptions {
    if (!(falseRejects > 0 && falseRejects <= flags && flags < 1)) {
      throw new IllegalArgumentException(
          "the share of false rejects must be above 0, and not above that of flags, which is below"
              + " 1");
    }
    if (coreset != USUAL_CORESET && coreset < 10 || coreset > MOST_CORESET) {
      throw new IllegalArgumentException("a coreset has 10 to %,d rows".formatted(MOST_CORESET));
    }
  }

  /**
   * How many rows the coreset has.
   *
   * @param width of encoded inputs: whoever has wide ones gives a decision more time
   */
  int rows(int width) {
    if (coreset != USUAL_CORESET) {
      return coreset;
    }
    return width > WIDE ? ROWS_OF_WIDE : ROWS_OF_NARROW;
  }

  /** One in a hundred rejected, five in a hundred flagged. */
  public static FitOptions usual() {
    return new FitOptions(Optional.empty(), Optional.empty(), 0.01, 0.05, USUAL_CORESET, 1);
  }

  /** The same with a column of classes. */
  public FitOptions labelled(String column) {
    return new FitOptions(Optional.of(column), prediction, falseRejects, flags, coreset, seed);
  }

  /** The same with another seed. */
  public FitOptions seeded(long other) {
    return new FitOptions(label, prediction, falseRejects, flags, coreset, other);
  }
}
