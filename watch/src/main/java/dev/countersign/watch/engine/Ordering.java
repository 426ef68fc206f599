package dev.countersign.watch.engine;

import dev.countersign.watch.detector.Contribution;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Puts contributions into {@link Contribution#ORDER}: each waits until the log is later than it by
 * the lateness that is waited for. What comes later still is given away at once, and counted.
 */
public final class Ordering {
  private static final int MOST_WAITING = 1 << 20;

  private final PriorityQueue<Contribution> waiting = new PriorityQueue<>(Contribution.ORDER);
  private final long lateness;
  private long watermark = Long.MIN_VALUE;
  private long late;

  /**
   * Nothing waits.
   *
   * @param lateness that is waited for, in milliseconds
   */
  public Ordering(long lateness) {
    this.lateness = lateness;
  }

  /** Takes a contribution. */
  public void add(Contribution contribution) {
    if (contribution.time() <= watermark) {
      late++;
    }
    waiting.add(contribution);
  }

  /** The log has come to this time: gives away what has waited long enough. */
  public void reached(long time, Consumer<Contribution> out) {
    watermark = Math.max(watermark, time - lateness);
    Contribution next = waiting.peek();
    while (next != null && (next.time() <= watermark || waiting.size() > MOST_WAITING)) {
      out.accept(waiting.remove());
      next = waiting.peek();
    }
  }

  /** The log has ended: gives away what waits. */
  public void ended(Consumer<Contribution> out) {
    while (!waiting.isEmpty()) {
      out.accept(waiting.remove());
    }
  }

  /** How many came too late to be put in order. */
  public long late() {
    return late;
  }

  /**
   * Writes it.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeLong(watermark);
    out.writeLong(late);
    List<Contribution> all = new ArrayList<>(waiting);
    all.sort(Contribution.ORDER);
    out.writeInt(all.size());
    for (Contribution one : all) {
      one.write(out);
    }
  }

  /**
   * Takes what another one wrote in place of what it remembers.
   *
   * @throws IOException if it is none
   */
  public void read(DataInput in) throws IOException {
    watermark = in.readLong();
    late = in.readLong();
    waiting.clear();
    for (int left = in.readInt(); left > 0; left--) {
      waiting.add(Contribution.read(in));
    }
  }
}
