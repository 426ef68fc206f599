package dev.countersign.watch.cost;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Statistic;
import java.util.List;
import java.util.Optional;

/**
 * Finds who makes a model cost more than it should: denial of wallet, and inputs made to be slow.
 */
public final class Cost implements DetectorKind {
  static final String ID = "cost";

  /** Places of the statistics. */
  static final int SPEND = 0;

  static final int GROWTH = 1;
  static final int LATENCY = 2;
  static final int ANSWERS = 3;
  static final int EFFORT = 4;
  static final int FAILURES = 5;
  static final int FLEET = 6;

  /** Ten failures in a row where one in a hundred is usual. */
  private static final double TEN_FAILURES = 39;

  private static final String FAMILY = "resource-exhaustion";
  private static final String LIMIT = "Set a budget for this client, and ask whose key it is.";

  private static final List<Statistic> STATISTICS =
      List.of(
          statistic(
              "spend",
              "The client spends more in an hour than clients do (value: log2 of how many times"
                  + " more).",
              LIMIT),
          statistic(
              "growth",
              "The client spends more in an hour than clients do and than it did itself in the last"
                  + " three days (value: log2 of how many times more).",
              LIMIT),
          statistic(
              "latency",
              "The client's slow requests take longer than slow requests do (value: log2 of how"
                  + " many times longer).",
              "Look at the inputs of its slowest requests, and set a limit for time."),
          statistic(
              "answers",
              "The client's requests make the model write more than requests of their length do.",
              "Look at what it asks for, and set a limit for the tokens of an answer."),
          statistic(
              "effort",
              "The client's requests take longer than requests of their length do.",
              "Look at the inputs of its slowest requests: they may be made to be slow."),
          new Statistic(
              "failures",
              FAMILY,
              "Most of the client's requests fail or are refused.",
              "Look at whether only this client's do: if all do, the server is ill.",
              TEN_FAILURES),
          statistic(
              "fleet-spend",
              "All clients together spend more in an hour than usual (value: log2 of how many times"
                  + " more).",
              "Look at the clients that spend most and at those that are new; set a budget for"
                  + " all."));

  private static Statistic statistic(String id, String says, String advice) {
    return new Statistic(id, FAMILY, says, advice, Statistic.ONLY_CALIBRATED);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String finds() {
    return "A client that makes a model cost more than it should: very much, or by inputs made to"
        + " be slow.";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Statistic> statistics() {
    return STATISTICS;
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new CostClient(Usual.of(baseline.settings(ID)));
  }

  @Override
  public Optional<FleetDetector<?>> fleet(ModelBaseline baseline) {
    return Optional.of(new CostFleet(Usual.of(baseline.settings(ID))));
  }

  @Override
  public Optional<Learner> learner() {
    return Optional.of(new CostLearner());
  }
}
