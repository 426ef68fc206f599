package dev.countersign.watch.agent;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.sketch.Hashes;
import java.io.DataInput;
import java.io.IOException;

/** Measures the calls of tools of one client. */
final class AgentClient implements ClientDetector<AgentState> {
  /** The share of the newest call in the average of surprise. */
  private static final double NEWEST = 0.1;

  /** The average of independent calls has 1/19 of the variance of one: brings it back to 1. */
  private static final double TO_UNIT = Math.sqrt((2 - NEWEST) / NEWEST);

  private static final double USUALLY_FLAGGED = 0.01;
  private static final double UNUSUALLY_FLAGGED = 0.2;

  private final Usual usual;

  AgentClient(Usual usual) {
    this.usual = usual;
  }

  @Override
  public AgentState fresh() {
    return new AgentState();
  }

  @Override
  public AgentState read(DataInput in) throws IOException {
    return AgentState.read(in);
  }

  @Override
  public int maxStateBytes() {
    return AgentState.BYTES;
  }

  @Override
  public void event(AgentState state, Event event, Readings out) {
    if (!event.gates().isEmpty()) {
      gate(state, Calls.flagged(event), out);
    }
    boolean call = Calls.isCall(event);
    if (!call && event.tools().isEmpty()) {
      return;
    }
    state.at(event.time());
    state.session(event.session().isEmpty() ? 0 : (int) Hashes.of(event.session()) | 1);
    for (String tool : Calls.of(event)) {
      call(state, Hashes.of(tool), out);
    }
    out.reading(Agent.CALLS_PER_SESSION, log2(state.calls()));
    out.reading(Agent.CALLS_PER_MINUTE, log2(state.rate()));
    if (call && event.bytesIn() > 0) {
      sent(state, Hashes.of(event.model()), event.bytesIn(), out);
    }
  }

  /** The CUSUM (Page 1954) of a share: 0.2 against 0.01. */
  private static void gate(AgentState state, int flagged, Readings out) {
    if (flagged >= 0) {
      double step =
          flagged > 0
              ? Math.log(UNUSUALLY_FLAGGED / USUALLY_FLAGGED)
              : Math.log((1 - UNUSUALLY_FLAGGED) / (1 - USUALLY_FLAGGED));
      double sum = state.flagged(step);
      if (sum > 0) {
        out.reading(Agent.FLAGGED, sum);
      }
    }
  }

  private void call(AgentState state, long tool, Readings out) {
    int number = usual.number(tool);
    int before = state.called(number);
    if (usual.isLearnt()) {
      double surprise = state.surprise(usual.surprise(before, number), NEWEST);
      out.reading(Agent.SURPRISE, surprise * TO_UNIT);
    }
    if (usual.isLearnt() && number == Usual.UNSEEN) {
      out.reading(Agent.UNSEEN, state.unseen(tool));
    }
  }

  private void sent(AgentState state, long tool, long bytes, Readings out) {
    double sum = state.sent((int) tool, bytes);
    if (usual.isLearnt()) {
      out.reading(Agent.SENT, log2(sum / usual.bytes(usual.number(tool))));
    }
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  @Override
  public AgentState merge(AgentState earlier, AgentState later) {
    return earlier.with(later);
  }
}
