package dev.countersign.guard.input.model;

/**
 * Which features made an input unusual: each feature's part in the squared Mahalanobis distance
 * (the sum of {@code (x-μ)ᵢ (Σ⁻¹(x-μ))ᵢ} over its encoded numbers) and in the squared distance from
 * the nearest row, weighed as the score weighs the two distances.
 */
public final class Parts {
  private Parts() {}

  /**
   * Shares of the columns in the distance of the last input, from 0 to 1 and together 1. A part
   * below zero, of a feature that makes the input more usual, counts as none.
   */
  public static double[] shares(InputModel model, Scratch scratch) {
    double[] mahalanobis = byColumn(model, mahalanobis(model, scratch));
    double[] neighbours = byColumn(model, neighbours(model, scratch));
    double weight = model.combination().weight();
    double[] shares = new double[mahalanobis.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weight * mahalanobis[i] + (1 - weight) * neighbours[i];
    }
    return shares;
  }

  private static double[] mahalanobis(InputModel model, Scratch scratch) {
    Mahalanobis distance = model.mahalanobis();
    float[] slope = distance.slope(scratch);
    float[] centre = distance.centre(scratch.nearestClass);
    double[] parts = new double[scratch.encoded.length];
    for (int i = 0; i < parts.length; i++) {
      double outside = scratch.encoded[i] - model.projection().restored(i, scratch.projected);
      double difference = scratch.encoded[i] - model.projection().restored(i, centre);
      double direction = model.projection().restored(i, slope);
      parts[i] =
          difference * direction
              + (distance.outside() == 0 ? 0 : outside * outside / distance.rest());
    }
    return parts;
  }

  private static double[] neighbours(InputModel model, Scratch scratch) {
    double[] parts = new double[scratch.encoded.length];
    if (scratch.bestRows[0] < 0) {
      return parts;
    }
    float[] nearest = model.neighbours().row(scratch.bestRows[0], scratch.projected.length);
    for (int i = 0; i < parts.length; i++) {
      double difference = scratch.encoded[i] - model.projection().restored(i, nearest);
      parts[i] = difference * difference;
    }
    return parts;
  }

  private static double[] byColumn(InputModel model, double[] parts) {
    Encoding encoding = model.encoding();
    double[] sums = new double[encoding.columns().size()];
    double all = 0;
    for (int column = 0; column < sums.length; column++) {
      for (int i = encoding.offset(column); i < encoding.offset(column + 1); i++) {
        sums[column] += parts[i];
      }
      sums[column] = Math.max(0, sums[column]);
      all += sums[column];
    }
    for (int column = 0; column < sums.length && all > 0; column++) {
      sums[column] /= all;
    }
    return sums;
  }
}
