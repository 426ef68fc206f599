package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.model.Model;
import dev.countersign.benchmarks.fleet.model.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The model as an attacker sees it: so many questions, each with an answer that is remembered. */
public final class Api {
  private final Model model;
  private final FeatureSpace space;
  private final int budget;
  private final List<Asked> asked = new ArrayList<>();

  /** Answers so many questions. */
  public Api(Model model, FeatureSpace space, int budget) {
    this.model = model;
    this.space = space;
    this.budget = budget;
  }

  /**
   * Asks for the nearest valid row.
   *
   * @throws OutOfQueries if no question is left
   */
  double[] probabilities(double[] row) {
    if (left() == 0) {
      throw new OutOfQueries();
    }
    double[] valid = space.valid(row);
    double[] answer = model.probabilities(valid);
    asked.add(new Asked(valid, answer));
    return answer;
  }

  /**
   * Asks for the class alone.
   *
   * @throws OutOfQueries if no question is left
   */
  int label(double[] row) {
    return Numbers.largest(probabilities(row));
  }

  /** How many questions are left. */
  int left() {
    return budget - asked.size();
  }

  /** What was asked so far, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The rows that were asked so far. */
  List<double[]> rows() {
    return asked.stream().map(Asked::row).toList();
  }

  /** The answers so far. */
  List<double[]> answers() {
    return asked.stream().map(Asked::answer).toList();
  }
}
