package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Rows;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an attacker has before the first question.
 *
 * @param space what is public about the interface
 * @param classes how many there are
 * @param own rows of the distribution that the model was not trained on
 * @param members rows that it was trained on: an attacker on membership has such among others, and
 *     does not know which they are
 * @param foreign rows of another distribution, where there are any
 */
public record Knowledge(
    FeatureSpace space, int classes, Rows own, Rows members, Optional<Rows> foreign) {
  private static final double DEVIATIONS = 4;

  /**
   * What the papers' numbers for pixels between 0 and 1 are multiplied by: one for a pixel, and for
   * a number of a table four standard deviations of the attacker's own records, about the range
   * that it really has.
   */
  double[] units() {
    double[] units = new double[space.width()];
    if (space.image()) {
      Arrays.fill(units, 1);
    } else {
      Moments.of(own, new double[space.width()], units);
      Arrays.setAll(units, i -> DEVIATIONS * units[i]);
    }
    return units;
  }
}
