package dev.countersign.watch.campaign;

import dev.countersign.watch.sketch.DistinctCount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether gates flag requests of more clients than usual: a CUSUM (Page 1954) of Poisson counts
 * over periods of ten minutes, against {@value #TIMES} times the usual rate. Several flagged
 * requests of one client in a period count once.
 */
final class FlagRate {
  private static final long PERIOD = 600_000L;
  private static final double TIMES = 3;

  /** What is expected of no requests at all: the sum does not rise for a single flag in a day. */
  private static final double LEAST = 0.05;

  private final double usual;
  private final DistinctCount flagged = new DistinctCount();
  private long period = Long.MIN_VALUE;
  private double judged;
  private double sum;

  FlagRate(double usual) {
    this.usual = usual;
  }

  void add(long now, double requests, boolean isFlagged, long client) {
    long current = Math.floorDiv(now, PERIOD);
    if (current != period) {
      sum = value();
      period = current;
      judged = 0;
      flagged.clear();
    }
    judged += requests;
    if (isFlagged) {
      flagged.add(client);
    }
  }

  /** The sum with the period that is not over. */
  double value() {
    double expected = usual * judged + LEAST;
    return Math.max(0, sum + flagged.estimate() * Math.log(TIMES) - (TIMES - 1) * expected);
  }

  void write(DataOutput out) throws IOException {
    flagged.write(out);
    out.writeLong(period);
    out.writeDouble(judged);
    out.writeDouble(sum);
  }

  void read(DataInput in) throws IOException {
    flagged.read(in);
    period = in.readLong();
    judged = in.readDouble();
    sum = in.readDouble();
  }
}
