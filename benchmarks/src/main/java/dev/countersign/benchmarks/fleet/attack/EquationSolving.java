package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.model.LinearCopy;
import dev.countersign.benchmarks.fleet.model.Model;
import java.util.random.RandomGenerator;

/**
 * Extraction of logistic regression by its probabilities (Tramèr and others 2016, section 4.1): as
 * many random questions as a class has unknowns, and the logarithms of the ratios of probabilities
 * are linear equations.
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

  /** With fewer answers than unknowns, the shortest solution that explains them. */
  @Override
  Model stolen(Api api, RandomGenerator random) {
    return LinearCopy.of(api.rows(), api.answers());
  }
}
