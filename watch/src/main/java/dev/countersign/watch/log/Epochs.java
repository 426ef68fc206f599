package dev.countersign.watch.log;

/**
 * Numbers as times. Whether they count seconds, milliseconds, microseconds or nanoseconds is told
 * by their size: for times between March 1973 and the year 5138 these do not overlap.
 */
final class Epochs {
  private static final double SECONDS = 1e11;
  private static final double MILLIS = 1e14;
  private static final double MICROS = 1e17;

  private Epochs() {}

  /** In milliseconds since 1970; {@link Timestamps#NONE} for what is not finite or negative. */
  static long millis(double number) {
    if (!(number >= 0) || Double.isInfinite(number)) {
      return Timestamps.NONE;
    }
    if (number < SECONDS) {
      return Math.round(number * 1000);
    }
    if (number < MILLIS) {
      return (long) number;
    }
    return (long) (number < MICROS ? number / 1000 : number / 1_000_000);
  }
}
