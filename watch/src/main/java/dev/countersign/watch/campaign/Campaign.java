package dev.countersign.watch.campaign;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Statistic;
import java.util.List;
import java.util.Optional;

/** Finds an instruction that is being spread: one passage in many clients' requests. */
public final class Campaign implements DetectorKind {
  static final String ID = "campaign";

  /** Places of the statistics. */
  static final int FLAGGED_CLIENTS = 0;

  static final int FLAGGED_DOCUMENTS = 1;
  static final int SPREAD = 2;
  static final int FLAGGED_RATE = 3;

  private static final double SEVERAL_CLIENTS = 4;

  /** 32 clients. */
  private static final double MANY_CLIENTS = 5;

  private static final List<Statistic> STATISTICS =
      List.of(
          new Statistic(
              "flagged-clients",
              "direct-prompt-injection",
              "Requests of so many clients within a day held the same passage and were flagged by a"
                  + " gate.",
              "Read the passage in the events that are named; if it is an instruction, block it and"
                  + " look at what the unflagged ones led to.",
              SEVERAL_CLIENTS),
          new Statistic(
              "flagged-documents",
              "indirect-prompt-injection",
              "So many different documents within a day held the same passage and were flagged by a"
                  + " gate.",
              "Find where these documents come from, and take them out of what the model reads"
                  + " until somebody has looked at them.",
              Statistic.ONLY_CALIBRATED),
          new Statistic(
              "spread",
              "direct-prompt-injection",
              "A passage that nobody sent while the baseline was learnt came from many clients"
                  + " within a day (value: log2 of how many).",
              "Read the passage; if it is a new template of your own, calibrate again with it.",
              MANY_CLIENTS),
          new Statistic(
              "flagged-rate",
              "direct-prompt-injection",
              "Gates flag requests of more clients than usual.",
              "Look at what was flagged: either the gate does not fit the traffic any more, or an"
                  + " attack is tried out.",
              Statistic.ONLY_CALIBRATED));

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String finds() {
    return "The same passage arriving through many clients or documents, above all one that gates"
        + " flag.";
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
    return new CampaignClient(Usual.of(baseline.settings(ID)));
  }

  @Override
  public Optional<FleetDetector<?>> fleet(ModelBaseline baseline) {
    return Optional.of(new CampaignFleet(Usual.of(baseline.settings(ID))));
  }

  @Override
  public Optional<Learner> learner() {
    return Optional.of(new CampaignLearner());
  }
}
