package dev.countersign.runner.calibrate;

/** Intervals of shares. */
public final class Shares {
  private static final int HALVINGS = 60;

  private Shares() {}

  /**
   * The upper end of the exact 95 % interval of a share (Clopper and Pearson 1934).
   *
   * @param hits how many draws had it
   * @param draws how many there were
   */
  public static double upper(int hits, int draws) {
    return draws == 0 || hits >= draws ? 1 : solve(draws, hits, 0.025);
  }

  /** The lower end, likewise. */
  public static double lower(int hits, int draws) {
    return hits == 0 || draws == 0 ? 0 : solve(draws, hits - 1, 0.975);
  }

  /** The share at which at most so many hits have a given probability. */
  private static double solve(int draws, int hits, double probability) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(draws, hits, middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double atMost(int draws, int hits, double share) {
    double term = draws * Math.log1p(-share);
    double sum = Math.exp(term);
    for (int i = 1; i <= hits; i++) {
      term += Math.log((draws - i + 1.0) / i) + Math.log(share) - Math.log1p(-share);
      sum += Math.exp(term);
    }
    return sum;
  }
}
