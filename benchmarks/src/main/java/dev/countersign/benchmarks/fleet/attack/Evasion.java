package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What attacks on a decision share: they take one of the attacker's records after the other, each
 * with its own number of questions, and remember the best row for it.
 */
abstract class Evasion implements Attack {
  private final int perRecord;

  /**
   * Begins with the next record after so many questions.
   *
   * @param perRecord questions for one record
   */
  Evasion(int perRecord) {
    this.perRecord = perRecord;
  }

  @Override
  public Goal goal() {
    return Goal.EVASION;
  }

  @Override
  public boolean stepwise() {
    return true;
  }

  @Override
  public Outcome run(Api api, Knowledge knowledge, RandomGenerator random) {
    Rows records = knowledge.own().shuffled(random);
    List<Outcome.Pair> pairs = new ArrayList<>();
    // A search that has only just begun says nothing of what the attack can do.
    for (int i = 0; i < records.size() && api.left() > (i == 0 ? 1 : perRecord / 4); i++) {
      double[] record = records.vector(i);
      Target target = new Target(api, record, Math.min(perRecord, api.left()));
      try {
        search(target, knowledge, random);
      } catch (OutOfQueries ended) {
        // What was found until then counts.
      }
      pairs.add(new Outcome.Pair(record, target.best()));
    }
    return new Outcome.Evaded(pairs);
  }

  /** Searches until it is content or its questions are at an end. */
  abstract void search(Target target, Knowledge knowledge, RandomGenerator random);
}
