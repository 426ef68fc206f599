package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Field;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Asks about noise (Tramèr and others 2016, "Stealing machine learning models via prediction APIs",
 * section 6.1, retraining with uniform queries): every number uniform from 0 to 1, or normal around
 * the attacker's own mean; every category uniform.
 */
final class RandomQueries extends Extraction {
  private final boolean normal;

  RandomQueries(boolean normal) {
    this.normal = normal;
  }

  @Override
  public String name() {
    return normal ? "random-normal" : "random-uniform";
  }

  @Override
  void ask(Api api, Knowledge knowledge, RandomGenerator random) {
    double[] mean = new double[knowledge.space().width()];
    double[] spread = new double[mean.length];
    Moments.of(knowledge.own(), mean, spread);
    while (api.left() > 0) {
      double[] row = uniform(knowledge.space(), random);
      for (Field field : normal ? knowledge.space().numbers() : List.<Field>of()) {
        int i = field.from();
        row[i] = mean[i] + spread[i] * random.nextGaussian();
      }
      api.probabilities(row);
    }
  }

  /** A row of which nothing is known. */
  static double[] uniform(FeatureSpace space, RandomGenerator random) {
    double[] row = new double[space.width()];
    for (Field field : space.fields()) {
      if (field.number()) {
        row[field.from()] = random.nextDouble();
      } else {
        field.set(row, random.nextInt(field.width()));
      }
    }
    return row;
  }
}
