package dev.countersign.benchmarks.fleet.data;

import dev.countersign.benchmarks.fleet.Seeds;
import java.util.Optional;

/**
 * A data set, split by who has which rows; no row is in two parts.
 *
 * @param name as the command line takes it
 * @param space what the vectors mean
 * @param classes how many there are
 * @param train what the model learns from
 * @param test what its accuracy and an attacker's copy are measured on
 * @param calibration what the clients of the calibration log own
 * @param evaluation what the clients of the evaluation log own, and what attackers who hide among
 *     honest requests ask honestly
 * @param attackers what attackers own
 * @param foreign rows of the same width that come from elsewhere, where there are any
 */
public record DataSet(
    String name,
    FeatureSpace space,
    int classes,
    Rows train,
    Rows test,
    Rows calibration,
    Rows evaluation,
    Rows attackers,
    Optional<Rows> foreign) {
  private static final int MOST_TRAINED = 20_000;
  private static final int MOST_OWNED = 6_000;

  /** Two fifths to train, a tenth each to test and to attackers, a fifth for either fleet. */
  static DataSet split(
      String name, FeatureSpace space, int classes, Rows all, Optional<Rows> foreign, long seed) {
    Rows rows = all.shuffled(Seeds.of(seed, "split"));
    int tenth = rows.size() / 10;
    return new DataSet(
        name,
        space,
        classes,
        rows.part(0, Math.min(MOST_TRAINED, 4 * tenth)),
        rows.part(4 * tenth, Math.min(MOST_OWNED, tenth)),
        rows.part(5 * tenth, Math.min(MOST_OWNED, 2 * tenth)),
        rows.part(7 * tenth, Math.min(MOST_OWNED, 2 * tenth)),
        rows.part(9 * tenth, Math.min(MOST_OWNED, tenth)),
        foreign);
  }
}
