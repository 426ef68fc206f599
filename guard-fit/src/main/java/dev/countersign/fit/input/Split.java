package dev.countersign.fit.input;

import dev.countersign.fit.input.data.UnreadableData;

/**
 * How many rows serve for what; each row serves for one thing.
 *
 * @param fit for means, covariances and the coreset
 * @param tune for how the two distances are combined and how far ranges are widened
 * @param calibration for p-values
 * @param heldOut for nothing but the check at the end
 */
public record Split(int fit, int tune, int calibration, int heldOut) {
  private static final int MOST_TUNE = 2_000;
  private static final int MOST_CALIBRATION = 20_000;
  private static final int MOST_HELD_OUT = 20_000;

  /**
   * A twentieth to tune, a quarter to calibrate, a tenth for the check, the rest to fit.
   *
   * @throws UnreadableData if that are too few to promise the rate
   */
  static Split of(int rows, double falseRejects) throws UnreadableData {
    int tune = Math.min(MOST_TUNE, rows / 20);
    int calibration = whole(Math.min(MOST_CALIBRATION, rows / 4), falseRejects);
    int heldOut = Math.min(MOST_HELD_OUT, rows / 10);
    if (calibration <= 0 || tune < 20) {
      throw new UnreadableData(
          ("%,d rows are too few to promise that %s %% of inputs are rejected: %,d are needed. Ask"
                  + " for a higher rate (--false-rejects), or fit on more rows.")
              .formatted(rows, trimmed(falseRejects * 100), needed(falseRejects)));
    }
    return new Split(rows - tune - calibration - heldOut, tune, calibration, heldOut);
  }

  private static String trimmed(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static long needed(double falseRejects) {
    return Math.max(400, (long) Math.ceil((1 / falseRejects - 1) * 4) + 4);
  }

  /**
   * Of n rows the gate rejects {@code ⌊α(n+1)⌋/(n+1)}: as many as make that α, and not less. The
   * rows left over help to fit.
   */
  private static int whole(int most, double alpha) {
    double rejected = Math.floor((most + 1) * alpha + 1e-9);
    return (int) Math.ceil(rejected / alpha - 1e-9) - 1;
  }

  /** All of them. */
  public int rows() {
    return fit + tune + calibration + heldOut;
  }
}
