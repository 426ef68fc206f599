package dev.countersign.watch.engine;

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

/** Counts the requests of a client, and, every tenth, those of the fleet: order matters to it. */
final class Counting implements DetectorKind {
  /** A count, and a sum over the order in which things came. */
  static final class Count implements State {
    long count;
    long order;

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeLong(count);
      out.writeLong(order);
    }

    static Count read(DataInput in) throws IOException {
      Count count = new Count();
      count.count = in.readLong();
      count.order = in.readLong();
      return count;
    }
  }

  @Override
  public String id() {
    return "counting";
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
        new Statistic("requests", "model-extraction", "It asks much.", "Look at it.", 50),
        new Statistic("fleet", "resource-exhaustion", "All ask much.", "Look at them.", 40));
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new OfClient();
  }

  @Override
  public Optional<FleetDetector<?>> fleet(ModelBaseline baseline) {
    return Optional.of(new OfFleet());
  }

  private static final class OfClient implements ClientDetector<Count> {
    @Override
    public Count fresh() {
      return new Count();
    }

    @Override
    public Count read(DataInput in) throws IOException {
      return Count.read(in);
    }

    @Override
    public int maxStateBytes() {
      return 16;
    }

    @Override
    public void event(Count state, Event event, Readings out) {
      state.count++;
      state.order = state.order * 31 + event.id().hashCode();
      out.reading(0, state.count);
      if (state.count % 10 == 0) {
        out.contribute(
            Contribution.at(
                event, "counting", new float[] {state.count}, new long[] {state.order}));
      }
    }

    @Override
    public Count merge(Count earlier, Count later) {
      earlier.count += later.count;
      return earlier;
    }
  }

  private static final class OfFleet implements FleetDetector<Count> {
    @Override
    public Count fresh() {
      return new Count();
    }

    @Override
    public Count read(DataInput in) throws IOException {
      return Count.read(in);
    }

    @Override
    public void take(Count state, Contribution contribution, FleetReadings out) {
      state.count++;
      state.order = state.order * 31 + contribution.hashes()[0];
      out.reading(
          1,
          state.count,
          "order " + state.order % 7,
          List.of(contribution.client()),
          List.of(contribution.event()));
    }
  }
}
