package dev.countersign.watch.evasion;

/**
 * How much an observation speaks for a search, as logarithms of likelihood ratios, to be summed as
 * Page's cumulative sum does (Page 1954): a sum never falls below 0. With benign clients it exceeds
 * a value with a probability that falls exponentially, which thresholds are extrapolated by.
 *
 * @param seen what it counts when it was observed
 * @param unseen what it counts when it was not, below 0
 */
public record Odds(float seen, float unseen) {
  /** Of something that benign clients show in a share of cases, and searches in another. */
  public static Odds of(double benign, double search) {
    return new Odds(
        (float) Math.log(search / benign), (float) Math.log((1 - search) / (1 - benign)));
  }

  /** A sum after one more observation. */
  public float add(float sum, boolean observed) {
    return Math.max(0, sum + (observed ? seen : unseen));
  }
}
