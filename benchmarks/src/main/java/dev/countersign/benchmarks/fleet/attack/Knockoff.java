package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Rows;
import java.util.random.RandomGenerator;

/**
 * Knockoff nets with the random strategy (Orekondy and others 2019, section 4.1): asks about rows
 * of another distribution. That is another data set, or mixed rows: each field comes from another
 * of the attacker's own records, so that each value is usual and their company is not.
 */
final class Knockoff extends Extraction {
  private final boolean mixed;

  /** With rows of another data set, or with mixed ones of its own. */
  Knockoff(boolean mixed) {
    this.mixed = mixed;
  }

  @Override
  public String name() {
    return mixed ? "knockoff-mixed" : "knockoff";
  }

  @Override
  void ask(Api api, Knowledge knowledge, RandomGenerator random) {
    if (mixed || knowledge.foreign().isEmpty()) {
      while (api.left() > 0) {
        api.probabilities(mixed(knowledge, random));
      }
    } else {
      Rows foreign = knowledge.foreign().get().shuffled(random);
      for (int i = 0; api.left() > 0; i++) {
        api.probabilities(foreign.vector(i % foreign.size()));
      }
    }
  }

  private static double[] mixed(Knowledge knowledge, RandomGenerator random) {
    double[] row = new double[knowledge.space().width()];
    knowledge
        .space()
        .fields()
        .forEach(field ->
            field.copy(knowledge.own().vector(random.nextInt(knowledge.own().size())), row));
    return row;
  }
}
