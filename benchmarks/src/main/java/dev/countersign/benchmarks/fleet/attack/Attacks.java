package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.DataSet;
import java.util.List;
import java.util.stream.Stream;

/** All attacks. */
public final class Attacks {
  private static final int PER_RECORD = 500;
  private static final double EPSILON = 0.15;

  private Attacks() {}

  /** Those that make sense on a data set. */
  public static List<Attack> on(DataSet data) {
    Stream<Attack> all =
        Stream.of(
            new JacobianAugmentation(false),
            new JacobianAugmentation(true),
            new Knockoff(true),
            new RandomQueries(false),
            new RandomQueries(true),
            new InDistribution(),
            new HopSkipJump(PER_RECORD, HopSkipJump.Steps.PAPER),
            new HopSkipJump(PER_RECORD, HopSkipJump.Steps.OARS),
            new SquareAttack(PER_RECORD, EPSILON));
    Stream<Attack> foreign =
        data.foreign().isPresent() ? Stream.of(new Knockoff(false)) : Stream.of();
    return Stream.concat(all, foreign).toList();
  }
}
