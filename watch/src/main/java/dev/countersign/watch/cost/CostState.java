package dev.countersign.watch.cost;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.sketch.LogBuckets;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is remembered of what one client costs. */
final class CostState implements State {
  private static final double HOUR = 3_600_000;
  private static final double DAYS = 72 * HOUR;

  /** Bytes that it is written as. */
  static final int BYTES = 3 * Double.BYTES + 5 * Float.BYTES + Long.BYTES + LogBuckets.BYTES;

  final LogBuckets latency = new LogBuckets();
  private double hour;
  private double past;
  private double costliest;
  private float hours;
  private float untold;
  private float answers;
  private float effort;
  private float failed;
  private long last;

  /**
   * So much is spent now; what was spent before fades. The costliest request of late is left out,
   * unless it is extraordinary: one slow request is nothing yet.
   *
   * @param extraordinary from which price on a request always counts
   */
  void spend(long time, double price, double extraordinary) {
    long passed = last == 0 ? 0 : Math.max(0, time - last);
    if (passed > 0) {
      hour *= Math.exp(-passed / HOUR);
      costliest *= Math.exp(-passed / HOUR);
      double kept = Math.exp(-passed / DAYS);
      past *= kept;
      hours = (float) (hours * kept + (1 - kept) * DAYS / HOUR);
    }
    last = time;
    double counted = price < extraordinary ? leavingOutTheCostliest(price) : price;
    hour += counted;
    past += counted;
    untold += (float) counted;
  }

  private double leavingOutTheCostliest(double price) {
    double counted = Math.min(price, costliest);
    costliest = Math.max(price, costliest);
    return counted;
  }

  /** What was spent in the last hour, the older the less it counts. */
  double hour() {
    return hour;
  }

  /** What was spent an hour in the last three days or since the first request, likewise. */
  double past() {
    return past / Math.max(1, hours);
  }

  /** What was spent since it was last told; it is told now, if it is as much as this. */
  double takeUntold(double least) {
    if (untold < least) {
      return 0;
    }
    double told = untold;
    untold = 0;
    return told;
  }

  double answers(double unusual, double share) {
    answers = (float) ((1 - share) * answers + share * unusual);
    return answers;
  }

  double effort(double unusual, double share) {
    effort = (float) ((1 - share) * effort + share * unusual);
    return effort;
  }

  /** A sum that does not fall below 0. */
  double failed(double step) {
    failed = (float) Math.max(0, failed + step);
    return failed;
  }

  /** Adds what another state of the same client knows. */
  CostState with(CostState later) {
    later.latency.add(latency);
    later.hour += hour;
    later.past += past;
    later.costliest = Math.max(costliest, later.costliest);
    later.hours = Math.max(hours, later.hours);
    later.untold += untold;
    later.failed = Math.max(failed, later.failed);
    return later;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    latency.write(out);
    out.writeDouble(hour);
    out.writeDouble(past);
    out.writeDouble(costliest);
    out.writeFloat(hours);
    out.writeFloat(untold);
    out.writeFloat(answers);
    out.writeFloat(effort);
    out.writeFloat(failed);
    out.writeLong(last);
  }

  static CostState read(DataInput in) throws IOException {
    CostState state = new CostState();
    state.latency.read(in);
    state.hour = in.readDouble();
    state.past = in.readDouble();
    state.costliest = in.readDouble();
    state.hours = in.readFloat();
    state.untold = in.readFloat();
    state.answers = in.readFloat();
    state.effort = in.readFloat();
    state.failed = in.readFloat();
    state.last = in.readLong();
    return state;
  }
}
