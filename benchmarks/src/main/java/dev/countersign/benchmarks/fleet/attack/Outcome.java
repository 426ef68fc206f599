package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.model.Model;
import java.util.List;

/** What an attack got. */
public sealed interface Outcome {
  /** A copy of the model. */
  record Stolen(Model copy) implements Outcome {}

  /** Rows that are like others and get another class; of those it tried. */
  record Evaded(List<Pair> pairs) implements Outcome {
    /** Copies the pairs. */
    public Evaded {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * What was learnt about records.
   *
   * @param measure the name of the figure
   * @param value what the attack reached
   * @param chance what one reaches who asks nothing
   */
  record Guessed(String measure, double value, double chance) implements Outcome {}

  /** A row, and the best that was found for it: the row itself where nothing was. */
  record Pair(double[] original, double[] found) {}
}
