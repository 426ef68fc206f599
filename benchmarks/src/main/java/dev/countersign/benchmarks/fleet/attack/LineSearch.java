package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import java.util.random.RandomGenerator;

/**
 * Extraction with points near the boundary (Tramèr and others 2016, section 6.1, line-search
 * retraining): between a random row and a record of the attacker's of another class it bisects
 * until it is near the boundary, and the copy learns from all of it.
 */
final class LineSearch extends Extraction {
  private static final double TOLERANCE = 0.01;

  @Override
  public String name() {
    return "line-search";
  }

  @Override
  public boolean stepwise() {
    return true;
  }

  @Override
  void ask(Api api, Knowledge knowledge, RandomGenerator random) {
    while (api.left() > 0) {
      double[] one = RandomQueries.uniform(knowledge.space(), random);
      double[] other = knowledge.own().vector(random.nextInt(knowledge.own().size()));
      int label = api.label(one);
      if (api.label(other) != label) {
        bisect(one, other, label, api, knowledge.space());
      }
    }
  }

  private static void bisect(double[] one, double[] other, int label, Api api, FeatureSpace space) {
    double from = 0;
    double to = 1;
    while (to - from > TOLERANCE) {
      double middle = (from + to) / 2;
      boolean same = api.label(space.valid(Vectors.between(one, other, middle))) == label;
      from = same ? middle : from;
      to = same ? to : middle;
    }
  }
}
