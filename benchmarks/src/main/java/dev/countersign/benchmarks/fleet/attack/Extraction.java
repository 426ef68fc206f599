package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Rows;
import dev.countersign.benchmarks.fleet.model.Model;
import dev.countersign.benchmarks.fleet.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What attacks that copy a model share: the copy is a network that learns from the answers. */
abstract class Extraction implements Attack {
  private static final Network.Training COPY = new Network.Training(48, 40, 0.003);

  @Override
  public Goal goal() {
    return Goal.EXTRACTION;
  }

  @Override
  public Outcome run(Api api, Knowledge knowledge, RandomGenerator random) {
    try {
      ask(api, knowledge, random);
    } catch (OutOfQueries ended) {
      // The copy is made of what was answered.
    }
    return new Outcome.Stolen(stolen(api, random));
  }

  /** Asks until it has enough or no question is left. */
  abstract void ask(Api api, Knowledge knowledge, RandomGenerator random);

  /** What it makes of the answers at the end. */
  Model stolen(Api api, RandomGenerator random) {
    return copy(api, random);
  }

  /** A network that learns from all answers so far. */
  final Network copy(Api api, RandomGenerator random) {
    return Network.train(api.rows(), api.answers(), COPY, random);
  }

  /** So many rows of each class, as far as there are any. */
  static List<double[]> seeds(Rows own, int classes, int each, RandomGenerator random) {
    Rows shuffled = own.shuffled(random);
    List<double[]> seeds = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      int[] places = shuffled.of(label);
      for (int i = 0; i < Math.min(each, places.length); i++) {
        seeds.add(shuffled.vector(places[i]));
      }
    }
    return seeds;
  }
}
