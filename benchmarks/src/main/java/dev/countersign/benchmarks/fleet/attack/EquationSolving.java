package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.model.LinearCopy;
import java.util.random.RandomGenerator;

/**
 * Extraction of logistic regression by its probabilities (Tramèr and others 2016, section 4.1): as
 * many random questions as there are unknowns of a class, and the logarithms of the ratios of
 * probabilities are linear equations.
 */
final class EquationSolving extends Extraction {
  @Override
  public String name() {
    return "equation-solving";
  }

  @Override
  void ask(Api api, Knowledge knowledge, RandomGenerator random) {
    for (int i = 0; i <= knowledge.space().width(); i++) {
      api.probabilities(RandomQueries.uniform(knowledge.space(), random));
    }
  }

  @Override
  public Outcome run(Api api, Knowledge knowledge, RandomGenerator random) {
    try {
      ask(api, knowledge, random);
    } catch (OutOfQueries ended) {
      // The solution is the shortest that explains what was answered.
    }
    return new Outcome.Stolen(LinearCopy.of(api.rows(), api.answers()));
  }
}
