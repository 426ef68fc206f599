package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import java.util.random.RandomGenerator;

/**
 * The boundary attack by labels alone (Brendel, Rauber and Bethge 2018, algorithm 1 and section
 * 2.3): from a row of another class it walks along the sphere around the record by a random step,
 * then a little towards the record, and goes back where the class changes. Both steps grow and
 * shrink with the share of the last ten tries that succeeded.
 */
final class Boundary extends Evasion {
  private static final int WINDOW = 10;
  private static final double CHANGE = 1.5;

  Boundary(int perRecord) {
    super(perRecord);
  }

  @Override
  public String name() {
    return "boundary";
  }

  @Override
  void search(Target target, Knowledge knowledge, RandomGenerator random) {
    FeatureSpace space = knowledge.space();
    double[] at = Starts.toBoundary(Starts.of(target, knowledge, random), 0.05, target, space);
    double around = 0.1;
    double towards = 0.1;
    while (true) {
      int stayed = 0;
      int came = 0;
      for (int i = 0; i < WINDOW; i++) {
        double[] side = space.valid(sideways(at, around, target, random));
        if (target.flips(side)) {
          stayed++;
          double[] nearer = space.valid(Vectors.between(side, target.record(), towards));
          boolean flips = target.flips(nearer);
          came += flips ? 1 : 0;
          at = flips ? nearer : at;
        }
      }
      around = adapted(around, stayed, WINDOW);
      towards = adapted(towards, came, stayed);
    }
  }

  /** About half of the steps along the sphere and a quarter of those towards the record succeed. */
  private static double adapted(double step, int succeeded, int tried) {
    if (tried == 0) {
      return step;
    }
    double share = (double) succeeded / tried;
    return share > 0.5 ? Math.min(0.5, step * CHANGE) : share < 0.2 ? step / CHANGE : step;
  }

  /** A step of a part of the distance, and back to the sphere around the record. */
  private static double[] sideways(
      double[] at, double part, Target target, RandomGenerator random) {
    double far = Starts.distance(at, target);
    double[] out = Vectors.plus(at, -1, target.record());
    double[] way = Vectors.unit(Vectors.normal(at.length, random));
    double[] along = Vectors.plus(way, -Vectors.dot(way, Vectors.unit(out)), Vectors.unit(out));
    double[] moved = Vectors.plus(out, part * far, Vectors.unit(along));
    return Vectors.plus(target.record(), far, Vectors.unit(moved));
  }
}
