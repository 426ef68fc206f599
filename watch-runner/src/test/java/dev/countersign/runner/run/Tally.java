package dev.countersign.runner.run;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.FleetReadings;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.detector.State;
import dev.countersign.watch.detector.Statistic;
import dev.countersign.watch.event.Event;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Counts requests, of a client and of all, and minds their order: whatever is lost shows. */
final class Tally implements DetectorKind {
  private static final class Sum implements State {
    private long count;
    private long order;

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeLong(count);
      out.writeLong(order);
    }

    static Sum read(DataInput in) throws IOException {
      Sum sum = new Sum();
      sum.count = in.readLong();
      sum.order = in.readLong();
      return sum;
    }
  }

  @Override
  public String id() {
    return "tally";
  }

  @Override
  public String finds() {
    return "Many requests.";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(
        new Statistic("requests", "model-extraction", "It asks much.", "Look at it.", 20),
        new Statistic("all", "resource-exhaustion", "All ask much.", "Look at them.", 10));
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new OfClient();
  }

  @Override
  public Optional<FleetDetector<?>> fleet(ModelBaseline baseline) {
    return Optional.of(new OfAll());
  }

  private static final class OfClient implements ClientDetector<Sum> {
    @Override
    public Sum fresh() {
      return new Sum();
    }

    @Override
    public Sum read(DataInput in) throws IOException {
      return Sum.read(in);
    }

    @Override
    public int maxStateBytes() {
      return 16;
    }

    @Override
    public void event(Sum sum, Event event, Readings out) {
      sum.count++;
      sum.order = sum.order * 31 + event.id().hashCode();
      out.reading(0, sum.count + (sum.order & 0xF));
      if (sum.count % 5 == 0) {
        out.contribute(
            new Contribution(
                event.time(),
                event.system(),
                event.model(),
                event.client(),
                event.id(),
                "tally",
                "",
                new float[0],
                new long[] {sum.order}));
      }
    }

    @Override
    public Sum merge(Sum earlier, Sum later) {
      earlier.count += later.count;
      return earlier;
    }
  }

  private static final class OfAll implements FleetDetector<Sum> {
    @Override
    public Sum fresh() {
      return new Sum();
    }

    @Override
    public Sum read(DataInput in) throws IOException {
      return Sum.read(in);
    }

    @Override
    public void take(Sum sum, Contribution contribution, FleetReadings out) {
      sum.count++;
      sum.order = sum.order * 31 + contribution.hashes()[0];
      out.reading(
          1,
          sum.count,
          "order " + Math.floorMod(sum.order, 5),
          List.of(contribution.client()),
          List.of(contribution.event()));
    }
  }
}
