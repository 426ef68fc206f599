package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Field;
import dev.countersign.benchmarks.fleet.data.Population;
import java.util.random.RandomGenerator;

/** Where searches that see labels alone begin, and what they give back at the end. */
final class Starts {
  private static final int MOST = 30;

  private Starts() {}

  /**
   * A row of another class: the record's own categories with random numbers, as the papers begin
   * with noise; where that does not help, a record of the attacker's own with as many of the
   * target's categories as the class bears.
   */
  static double[] of(Target target, Knowledge knowledge, RandomGenerator random) {
    FeatureSpace space = knowledge.space();
    for (int i = 0; i < MOST; i++) {
      double[] row = target.record().clone();
      for (Field field : space.numbers()) {
        row[field.from()] = random.nextDouble();
      }
      if (target.flips(row)) {
        return row;
      }
    }
    double[] own;
    do {
      own = knowledge.own().vector(random.nextInt(knowledge.own().size()));
    } while (!target.flips(own));
    return restored(own, target, space);
  }

  /** Gives one category after the other the record's value, as long as the class is another. */
  static double[] restored(double[] flipped, Target target, FeatureSpace space) {
    double[] row = flipped;
    for (Field field : space.categories()) {
      if (field.value(row) != field.value(target.record())) {
        double[] tried = row.clone();
        field.copy(target.record(), tried);
        row = target.flips(tried) ? tried : row;
      }
    }
    return row;
  }

  /** To the boundary by bisection between the record and a row of another class. */
  static double[] toBoundary(
      double[] flipped, double tolerance, Target target, FeatureSpace space) {
    double inside = 0;
    double outside = 1;
    while (outside - inside > tolerance) {
      double middle = (inside + outside) / 2;
      boolean flips = target.flips(between(target.record(), flipped, middle, space));
      inside = flips ? inside : middle;
      outside = flips ? middle : outside;
    }
    return between(target.record(), flipped, outside, space);
  }

  /** Categories are those of the row of another class: half a category is none. */
  private static double[] between(
      double[] record, double[] flipped, double way, FeatureSpace space) {
    double[] row = Vectors.between(record, flipped, way);
    space.categories().forEach(field -> field.copy(flipped, row));
    return row;
  }

  /** How far a row is from the record. */
  static double distance(double[] row, Target target) {
    return Population.distance(row, target.record());
  }
}
