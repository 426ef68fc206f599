package dev.countersign.watch.collusion;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Statistic;
import dev.countersign.watch.evasion.Evasion;
import dev.countersign.watch.evasion.Scale;
import java.util.List;
import java.util.Optional;

/**
 * Finds one attack that is spread over many accounts: several of them search around nearly the same
 * row, or ask about rows that are unusual in the same way. {@code docs/watch-collusion.md} explains
 * it. How far apart rows usually are is what {@link Evasion} learnt.
 */
public final class Collusion implements DetectorKind {
  /** Its id. */
  public static final String ID = "collusion";

  /** The place of the statistic of accounts that search around the same row. */
  static final int SHARED = 0;

  /** The place of the statistic of accounts that are unusual in the same way. */
  static final int ALIGNED = 1;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String finds() {
    return "One attack by many accounts, of which each asks little.";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(
        new Statistic(
            "shared",
            "evasion",
            "Several accounts, counted in doublings, ask about many variants of nearly the same row.",
            "Look at who opened these accounts, from where and when; limit their rate as if they were one.",
            2.8),
        new Statistic(
            "aligned",
            "model-extraction",
            "Several accounts, counted in doublings, ask about rows that are unusual in the same way.",
            "Look at who opened these accounts, from where and when; add their requests up and limit them as if they were one.",
            Statistic.ONLY_CALIBRATED));
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new AccountWatch(Scale.read(baseline.settings(Evasion.ID)));
  }

  @Override
  public Optional<FleetDetector<?>> fleet(ModelBaseline baseline) {
    return Optional.of(new GroupWatch(Directions.read(baseline.settings(ID))));
  }

  @Override
  public Optional<Learner> learner() {
    return Optional.of(new DirectionLearner());
  }
}
