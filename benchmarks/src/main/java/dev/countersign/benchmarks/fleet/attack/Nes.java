package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Field;
import java.util.random.RandomGenerator;

/**
 * Natural evolution strategies by probabilities, in the largest difference (Ilyas and others 2018,
 * "Black-box adversarial attacks with limited queries and information", algorithm 1): estimates the
 * derivative of the margin from pairs of opposite random steps, and goes by its sign within epsilon
 * of the record. Categories stay. Ends with the first row of another class.
 */
final class Nes extends Evasion {
  private static final int PAIRS = 25;

  private final String name;
  private final double sigma;
  private final double epsilon;

  /**
   * A search with a name.
   *
   * @param sigma standard deviation of a random step; the wider, the less alike are its questions
   */
  Nes(String name, int perRecord, double sigma, double epsilon) {
    super(perRecord);
    this.name = name;
    this.sigma = sigma;
    this.epsilon = epsilon;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  void search(Target target, Knowledge knowledge, RandomGenerator random) {
    FeatureSpace space = knowledge.space();
    double[] units = knowledge.units();
    double[] at = target.record();
    while (!target.flips(at)) {
      double[] up = new double[at.length];
      for (int i = 0; i < PAIRS; i++) {
        double[] way = way(space, units, random);
        up = Vectors.plus(up, margin(at, sigma, way, target, space), way);
        up = Vectors.plus(up, -margin(at, -sigma, way, target, space), way);
      }
      at = space.valid(stepped(at, up, units, target.record(), space));
    }
  }

  private static double margin(
      double[] at, double by, double[] way, Target target, FeatureSpace space) {
    double[] row = space.valid(Vectors.plus(at, by, way));
    double[] answer = target.probabilities(row);
    return target.margin(answer);
  }

  private static double[] way(FeatureSpace space, double[] units, RandomGenerator random) {
    double[] way = new double[space.width()];
    for (Field field : space.numbers()) {
      way[field.from()] = units[field.from()] * random.nextGaussian();
    }
    return way;
  }

  private double[] stepped(
      double[] at, double[] up, double[] units, double[] record, FeatureSpace space) {
    double[] moved = at.clone();
    for (Field field : space.numbers()) {
      int i = field.from();
      double most = epsilon * units[i];
      double next = at[i] - most / 4 * Math.signum(up[i]);
      moved[i] = Math.clamp(next, record[i] - most, record[i] + most);
    }
    return moved;
  }
}
