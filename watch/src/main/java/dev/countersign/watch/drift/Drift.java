package dev.countersign.watch.drift;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Statistic;
import java.util.List;
import java.util.Optional;

/** Finds that what a model is asked or says moves, and the source whose data moves. */
public final class Drift implements DetectorKind {
  static final String ID = "drift";

  /** Places of the statistics of one source: outputs, labels, inputs, change. */
  static final int OF_ONE = 0;

  /** Places of those of all sources: the same, and stability. */
  static final int OF_ALL = 4;

  /** A shift that is called major in credit scoring (Siddiqi 2006). */
  private static final double MAJOR = 0.25;

  private static final String ONE = "feedback-poisoning";
  private static final String ALL = "adaptive-drift";
  private static final String ONE_ADVICE =
      "Look at this source's latest data, and keep it out of training until it is explained.";
  private static final String ALL_ADVICE =
      "Evaluate the model on labelled data of these days, and look at the sources that moved most.";

  private static final List<Statistic> STATISTICS =
      List.of(
          statistic(
              "source-outputs",
              ONE,
              "The model's outputs for one source moved away from",
              ONE_ADVICE),
          statistic(
              "source-labels", ONE, "The decisions for one source moved away from", ONE_ADVICE),
          statistic("source-inputs", ONE, "The features of one source moved away from", ONE_ADVICE),
          new Statistic(
              "source-change",
              ONE,
              "Batch after batch the outputs for one source lie to the same side of what is usual for it.",
              ONE_ADVICE,
              Statistic.ONLY_CALIBRATED),
          statistic("outputs", ALL, "The model's outputs moved away from", ALL_ADVICE),
          statistic("labels", ALL, "The decisions moved away from", ALL_ADVICE),
          statistic("inputs", ALL, "The features moved away from", ALL_ADVICE),
          new Statistic(
              "change",
              ALL,
              "Batch after batch the outputs lie to the same side of what is usual.",
              ALL_ADVICE,
              Statistic.ONLY_CALIBRATED),
          new Statistic(
              "stability",
              ALL,
              "The outputs' population stability index says that their distribution is another one.",
              ALL_ADVICE,
              MAJOR));

  private static Statistic statistic(String id, String family, String says, String advice) {
    return new Statistic(
        id,
        family,
        says + " what is usual (value: -log10 of the p-value).",
        advice,
        Statistic.ONLY_CALIBRATED);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String finds() {
    return "Inputs, outputs or decisions that move away from what is usual, and the source that moves them.";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Statistic> statistics() {
    return STATISTICS;
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new DriftClient(Usual.of(baseline.settings(ID)));
  }

  @Override
  public Optional<FleetDetector<?>> fleet(ModelBaseline baseline) {
    return Optional.of(new DriftFleet(Usual.of(baseline.settings(ID))));
  }

  @Override
  public Optional<Learner> learner() {
    return Optional.of(new DriftLearner());
  }
}
