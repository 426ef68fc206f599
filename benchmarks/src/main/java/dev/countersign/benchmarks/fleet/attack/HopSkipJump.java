package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * HopSkipJump by labels alone, in the Euclidean distance (Chen, Jordan and Wainwright 2020,
 * algorithm 2): from a row of another class to the boundary by bisection, an estimate of the
 * boundary's normal from random steps with the baseline of equation 16, a step along it that is
 * halved until the class is another, and again to the boundary. The number of random steps grows
 * with the root of the iteration, from 100 in the paper.
 *
 * <p>In the manner of OARS (Feng and others 2023, "Stateful defenses for machine learning models
 * are not yet secure against black-box attacks") the random steps are never short, few, and
 * bisection ends early, so that hardly two questions are nearly the same. OARS tunes these by what
 * the defence lets through; here the defence says nothing, so they are fixed.
 */
final class HopSkipJump extends Evasion {
  private static final int MOST_HALVINGS = 12;

  private final Steps steps;

  HopSkipJump(int perRecord, Steps steps) {
    super(perRecord);
    this.steps = steps;
  }

  /**
   * How finely it searches.
   *
   * @param name of the attack
   * @param samples random steps in the first iteration
   * @param least length of a random step, as a multiple of the root of the number of features
   * @param tolerance the part of the way at which bisection ends at the latest
   */
  record Steps(String name, int samples, double least, double tolerance) {
    static final Steps PAPER = new Steps("hopskipjump", 100, 0, 0);
    static final Steps OARS = new Steps("oars-hopskipjump", 30, 0.08, 0.1);
  }

  @Override
  public String name() {
    return steps.name();
  }

  @Override
  void search(Target target, Knowledge knowledge, RandomGenerator random) {
    FeatureSpace space = knowledge.space();
    int width = space.width();
    double tolerance = Math.max(steps.tolerance(), 1 / (width * Math.sqrt(width)));
    double[] start = Starts.of(target, knowledge, random);
    double[] at = Starts.toBoundary(start, tolerance, target, space);
    for (int iteration = 1; ; iteration++) {
      double far = Starts.distance(at, target);
      double probe = Math.max(steps.least() * Math.sqrt(width), iteration == 1 ? 0.1 : far / width);
      double[] normal =
          normal(at, probe, (int) (steps.samples() * Math.sqrt(iteration)), target, space, random);
      double step = far / Math.sqrt(iteration);
      for (int i = 0; i < MOST_HALVINGS; i++) {
        double[] ahead = space.valid(Vectors.plus(at, step, normal));
        if (target.flips(ahead)) {
          at = Starts.toBoundary(ahead, tolerance, target, space);
          break;
        }
        step /= 2;
      }
    }
  }

  private static double[] normal(
      double[] at,
      double probe,
      int samples,
      Target target,
      FeatureSpace space,
      RandomGenerator random) {
    double[][] ways = new double[samples][];
    double[] flips = new double[samples];
    for (int i = 0; i < samples; i++) {
      double[] way = Vectors.unit(Vectors.normal(at.length, random));
      double[] asked = space.valid(Vectors.plus(at, probe, way));
      ways[i] = Vectors.plus(asked, -1, at);
      flips[i] = target.flips(asked) ? 1 : -1;
    }
    double mean = Arrays.stream(flips).average().orElse(0);
    double[] normal = new double[at.length];
    for (int i = 0; i < samples; i++) {
      double weight = Math.abs(mean) == 1 ? mean : flips[i] - mean;
      normal = Vectors.plus(normal, weight, ways[i]);
    }
    return Vectors.unit(normal);
  }
}
