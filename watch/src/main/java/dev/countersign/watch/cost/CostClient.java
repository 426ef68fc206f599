package dev.countersign.watch.cost;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.event.Event;
import java.io.DataInput;
import java.io.IOException;

/** Measures what one client costs. It says nothing before something was learnt. */
final class CostClient implements ClientDetector<CostState> {
  /** The share of the newest request in averages. */
  private static final double NEWEST = 0.1;

  /** The average of independent requests has 1/19 of the variance of one: brings it back to 1. */
  private static final double TO_UNIT = Math.sqrt((2 - NEWEST) / NEWEST);

  /** Less is nothing: more than what one request says by itself in {@link ByInput}. */
  private static final double LEAST_UNUSUAL = 4;

  /** Less is nothing: four failures in a row where one in a hundred is usual. */
  private static final double LEAST_FAILURES = 12;

  private static final int ENOUGH_REQUESTS = 16;
  private static final double MOST_REQUESTS = 0.9;
  private static final double LEAST_FAILED = 0.01;
  private static final double OFTEN_FAILED = 0.5;

  private static final double LEAST_SHARE = 0.0625;

  /** The fleet is told of a client when it has spent this share of a usual hour. */
  private static final double TOLD = 0.125;

  private final Usual usual;
  private final double ifFailed;
  private final double ifServed;

  CostClient(Usual usual) {
    this.usual = usual;
    double failed = Math.min(OFTEN_FAILED / 2, Math.max(LEAST_FAILED, usual.failed()));
    this.ifFailed = Math.log(OFTEN_FAILED / failed);
    this.ifServed = Math.log((1 - OFTEN_FAILED) / (1 - failed));
  }

  @Override
  public CostState fresh() {
    return new CostState();
  }

  @Override
  public CostState read(DataInput in) throws IOException {
    return CostState.read(in);
  }

  @Override
  public int maxStateBytes() {
    return CostState.BYTES;
  }

  @Override
  public void event(CostState state, Event event, Readings out) {
    if (!usual.isLearnt()) {
      return;
    }
    spend(state, event, out);
    if (event.millis() >= 0) {
      latency(state, event, out);
    }
    long input = Price.input(event);
    if (input >= 0 && event.tokensOut() >= 0) {
      double unusual = usual.answers().unusual(input, event.tokensOut());
      out.reading(Cost.ANSWERS, average(state.answers(unusual, NEWEST)));
    }
    if (input >= 0 && event.millis() >= 0) {
      double unusual = usual.effort().unusual(input, event.millis());
      out.reading(Cost.EFFORT, average(state.effort(unusual, NEWEST)));
    }
    double failed = state.failed(Price.isFailed(event) ? ifFailed : ifServed);
    if (failed > 0) {
      out.reading(Cost.FAILURES, failed < LEAST_FAILURES ? 0 : failed);
    }
  }

  private static double average(double average) {
    double unit = average * TO_UNIT;
    return unit < LEAST_UNUSUAL ? 0 : unit;
  }

  private void spend(CostState state, Event event, Readings out) {
    state.spend(event.time(), Price.of(event), usual.extraordinary());
    out.reading(Cost.SPEND, times(state.hour(), usual.spend()));
    out.reading(Cost.GROWTH, times(state.hour(), Math.max(state.past(), usual.spend())));
    double told = state.takeUntold(TOLD * usual.spend());
    if (told > 0) {
      out.contribute(contribution(event, told));
    }
  }

  private void latency(CostState state, Event event, Readings out) {
    state.latency.add(event.millis());
    if (state.latency.count() >= ENOUGH_REQUESTS) {
      double most = state.latency.quantile(MOST_REQUESTS);
      out.reading(Cost.LATENCY, times(most, Math.max(1, usual.latency())));
    }
  }

  /** Log2 of how many times more; below 0 for less. */
  static double times(double value, double usually) {
    return Math.log(Math.max(LEAST_SHARE, value / usually)) / Math.log(2);
  }

  private static Contribution contribution(Event event, double told) {
    return Contribution.at(event, Cost.ID, new float[] {(float) told}, new long[0]);
  }

  @Override
  public CostState merge(CostState earlier, CostState later) {
    return earlier.with(later);
  }
}
