package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.DataSet;
import java.util.ArrayList;
import java.util.List;

/** All attacks. */
public final class Attacks {
  private static final int PER_RECORD = 500;
  private static final double EPSILON = 0.15;
  private static final double NARROW = 0.01;
  private static final double WIDE = 0.1;

  private Attacks() {}

  /**
   * Those that make sense on a data set.
   *
   * @param linear whether the model is logistic regression, which some are only for
   */
  public static List<Attack> on(DataSet data, boolean linear) {
    List<Attack> attacks = new ArrayList<>();
    extraction(data, linear, attacks);
    evasion(attacks);
    attacks.add(new ConfidenceThreshold());
    attacks.add(new LikelihoodRatio());
    if (!data.space().categories().isEmpty()) {
      attacks.add(new AttributeSweep());
    }
    return attacks;
  }

  private static void extraction(DataSet data, boolean linear, List<Attack> attacks) {
    attacks.add(new JacobianAugmentation(false));
    attacks.add(new JacobianAugmentation(true));
    attacks.add(new Knockoff(true));
    if (data.foreign().isPresent()) {
      attacks.add(new Knockoff(false));
    }
    attacks.add(new RandomQueries(false));
    attacks.add(new RandomQueries(true));
    attacks.add(new LineSearch());
    if (linear) {
      attacks.add(new EquationSolving());
    }
    attacks.add(new InDistribution());
  }

  private static void evasion(List<Attack> attacks) {
    attacks.add(new HopSkipJump(PER_RECORD, HopSkipJump.Steps.PAPER));
    attacks.add(new HopSkipJump(PER_RECORD, HopSkipJump.Steps.OARS));
    attacks.add(new Boundary(PER_RECORD));
    attacks.add(new Nes("nes", PER_RECORD, NARROW, EPSILON));
    attacks.add(new Nes("nes-wide", PER_RECORD, WIDE, EPSILON));
    attacks.add(new SquareAttack(PER_RECORD, EPSILON));
  }
}
