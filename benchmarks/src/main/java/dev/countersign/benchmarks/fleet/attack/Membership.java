package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Field;
import dev.countersign.benchmarks.fleet.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What attacks on membership share: candidates, of which every second is a member, are each asked
 * several times, as they are and slightly changed, and get a score.
 */
abstract class Membership implements Attack {
  private static final double NOISE = 0.02;

  private final int copies;

  /**
   * Asks so often about each candidate.
   *
   * @param copies with the candidate itself
   */
  Membership(int copies) {
    this.copies = copies;
  }

  @Override
  public Goal goal() {
    return Goal.MEMBERSHIP;
  }

  @Override
  public Outcome run(Api api, Knowledge knowledge, RandomGenerator random) {
    Rows own = knowledge.own().part(knowledge.own().size() / 2, knowledge.own().size());
    Scorer scorer = scorer(knowledge, random);
    List<Double> members = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    int most = Math.min(own.size(), knowledge.members().size());
    for (int i = 0; i < most && api.left() >= 2 * copies; i++) {
      members.add(score(knowledge.members(), i, scorer, api, knowledge.space(), random));
      others.add(score(own, i, scorer, api, knowledge.space(), random));
    }
    return new Outcome.Guessed("auc", auc(members, others), 0.5);
  }

  private double score(
      Rows rows, int at, Scorer scorer, Api api, FeatureSpace space, RandomGenerator random) {
    double sum = 0;
    for (int i = 0; i < copies; i++) {
      double[] row = i == 0 ? rows.vector(at) : changed(rows.vector(at), space, random);
      sum += scorer.score(row, rows.label(at), api.probabilities(row)[rows.label(at)]);
    }
    return sum / copies;
  }

  /** How a score is made; the first half of the attacker's own rows is for this. */
  abstract Scorer scorer(Knowledge knowledge, RandomGenerator random);

  /** Gives an answer a score: the higher, the more likely is a member. */
  interface Scorer {
    /** The score of the probability that a row got for its true class. */
    double score(double[] row, int label, double probability);
  }

  /** Small noise on numbers that are not zero. */
  private static double[] changed(double[] row, FeatureSpace space, RandomGenerator random) {
    double[] changed = row.clone();
    for (Field field : space.numbers()) {
      int i = field.from();
      changed[i] += row[i] == 0 ? 0 : NOISE * random.nextGaussian();
    }
    return space.valid(changed);
  }

  private static double auc(List<Double> members, List<Double> others) {
    double above = 0;
    for (double member : members) {
      for (double other : others) {
        above += member > other ? 1 : member == other ? 0.5 : 0;
      }
    }
    return above / members.size() / others.size();
  }
}
