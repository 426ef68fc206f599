package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Population;
import java.util.random.RandomGenerator;

/**
 * Asks about honest records alone, as an attacker with data of the same distribution does. Nothing
 * in its questions tells it from an all-rounder: it is here so that nobody claims to find it.
 */
final class InDistribution extends Extraction {
  @Override
  public String name() {
    return "in-distribution";
  }

  @Override
  void ask(Api api, Knowledge knowledge, RandomGenerator random) {
    Population own = new Population(knowledge.own(), knowledge.space(), knowledge.classes());
    while (api.left() > 0) {
      api.probabilities(own.draw(random));
    }
  }
}
