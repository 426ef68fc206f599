package dev.countersign.fit.input;

import dev.countersign.fit.input.data.Table;

/**
 * Whether columns are all in the same units, as pixels and the numbers of an embedding are: then
 * their sizes say something, and scaling each by itself would make noise of the small ones.
 */
final class Units {
  /** Fewer columns than that are features that somebody named. */
  private static final int FEWEST_OF_A_VECTOR = 16;

  private Units() {}

  /**
   * How the numbers of one column, or of all, are spread.
   *
   * @param deviation the standard deviation around the mean of each column
   * @param missing how many there are not
   */
  record Spread(double least, double most, double mean, double deviation, long missing) {
    /** The same around another mean: columns of the same units have one range. */
    Spread around(double other) {
      return new Spread(least, most, other, deviation, missing);
    }
  }

  static Spread of(Table table, int at, int rows) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double mean = 0;
    double squares = 0;
    long count = 0;
    for (double[] row : table.rows().subList(0, rows)) {
      double value = row[at];
      if (!Double.isNaN(value)) {
        count++;
        least = Math.min(least, value);
        most = Math.max(most, value);
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
      }
    }
    return count == 0
        ? new Spread(0, 0, 0, 0, rows)
        : new Spread(least, most, mean, Math.sqrt(squares / count), rows - count);
  }

  static Spread all(Table table, int[] features, int rows) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double variance = 0;
    for (int at : features) {
      if (table.columns().get(at).numeric()) {
        Spread one = of(table, at, rows);
        least = Math.min(least, one.least());
        most = Math.max(most, one.most());
        variance += one.deviation() * one.deviation() / features.length;
      }
    }
    return new Spread(least, most, 0, Math.sqrt(variance), 0);
  }

  /** Many columns, all numbers, and most of them with at least half of the common range. */
  static boolean same(Table table, int[] features, int rows) {
    if (features.length < FEWEST_OF_A_VECTOR) {
      return false;
    }
    Spread all = all(table, features, rows);
    int wide = 0;
    for (int at : features) {
      Spread one = of(table, at, rows);
      if (!table.columns().get(at).numeric() || one.missing() > 0) {
        return false;
      }
      wide += one.most() - one.least() >= (all.most() - all.least()) / 2 ? 1 : 0;
    }
    return 2 * wide >= features.length;
  }
}
