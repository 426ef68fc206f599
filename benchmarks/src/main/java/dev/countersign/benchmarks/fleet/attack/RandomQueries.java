package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Field;
import java.util.random.RandomGenerator;

/**
 * Asks about noise (Tramèr and others 2016, section 4.2, "uniform retraining"): every number
 * uniform from 0 to 1, or normal around the attacker's own mean; every category uniform.
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
      double[] row = new double[mean.length];
      for (Field field : knowledge.space().fields()) {
        if (!field.number()) {
          field.set(row, random.nextInt(field.width()));
        } else if (normal) {
          row[field.from()] = mean[field.from()] + spread[field.from()] * random.nextGaussian();
        } else {
          row[field.from()] = random.nextDouble();
        }
      }
      api.probabilities(row);
    }
  }
}
