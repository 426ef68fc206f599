package dev.countersign.watch.agent;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Statistic;
import java.util.List;
import java.util.Optional;

/**
 * Finds an agent that calls its tools unlike itself: other ones, too often, or to carry data out.
 */
public final class Agent implements DetectorKind {
  static final String ID = "agent";

  /** Places of the statistics. */
  static final int SURPRISE = 0;

  static final int UNSEEN = 1;
  static final int FLAGGED = 2;
  static final int CALLS_PER_SESSION = 3;
  static final int CALLS_PER_MINUTE = 4;
  static final int SENT = 5;

  private static final double SEVERAL_TOOLS = 3;

  /** 512 calls. */
  private static final double LONG_SESSION = 9;

  /** Four flagged calls in a row, or a fifth of many. */
  private static final double OFTEN_FLAGGED = 11;

  private static final List<Statistic> STATISTICS =
      List.of(
          new Statistic(
              "surprise",
              "tool-misuse",
              "The agent calls its tools in an order that is not its own.",
              "Read the session: find what text the agent had read before the order changed.",
              Statistic.ONLY_CALIBRATED),
          new Statistic(
              "unseen-tools",
              "tool-misuse",
              "The agent called so many tools within a day that it never called while the baseline was learnt.",
              "Take these tools away from it, unless they are new and meant for it; then calibrate again.",
              SEVERAL_TOOLS),
          new Statistic(
              "flagged-calls",
              "tool-misuse",
              "The tool gate flags or rejects much of what the agent calls.",
              "Read what was refused and what led to it; stop the session if it goes on.",
              OFTEN_FLAGGED),
          new Statistic(
              "calls-per-session",
              "runaway-agent",
              "One session holds very many calls of tools (value: log2 of how many).",
              "Stop the session, and set a limit for calls in the tool gate.",
              LONG_SESSION),
          new Statistic(
              "calls-per-minute",
              "runaway-agent",
              "Tools are called very fast (value: log2 of calls within a minute).",
              "Stop the session, and set a limit for calls in the tool gate.",
              Statistic.ONLY_CALIBRATED),
          new Statistic(
              "sent",
              "tool-exfiltration",
              "Much more was sent to one tool within a day than is usual, in however many calls (value: log2 of how many times more).",
              "Look at the arguments of these calls, and close the tool until you know what went out.",
              Statistic.ONLY_CALIBRATED));

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String finds() {
    return "An agent that calls its tools unlike itself: other ones, too often, or to carry data out.";
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
    return new AgentClient(Usual.of(baseline.settings(ID)));
  }

  @Override
  public Optional<Learner> learner() {
    return Optional.of(new AgentLearner());
  }
}
