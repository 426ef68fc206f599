package dev.countersign.guard.input.model;

/**
 * One score of two distances: a weighted sum of how rare each is, which with equal weights is
 * Fisher's combination of tests (Statistical Methods for Research Workers, 4th edition, section
 * 21.1). The two are not independent: what the score is worth is calibrated by itself.
 *
 * @param mahalanobis the tail of the Mahalanobis distance
 * @param neighbours the tail of the distance from neighbours
 * @param weight of the former, from 0 to 1
 */
public record Combination(Tail mahalanobis, Tail neighbours, double weight) {
  public Combination {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight: no number from 0 to 1");
    }
  }

  /** The larger, the less usual. */
  public double score(double mahalanobisDistance, double neighbourDistance) {
    return weight * mahalanobis.rarity(mahalanobisDistance)
        + (1 - weight) * neighbours.rarity(neighbourDistance);
  }
}
