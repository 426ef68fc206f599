package dev.countersign.watch.drift;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.sketch.Hashes;
import java.io.DataInput;
import java.io.IOException;

/**
 * Sums rows up by source, and tells the fleet's part when there are 64 of one source; sooner where
 * a client has more than three sources at a time.
 *
 * <p>A contribution has the numbers of a {@link Profile}, and the hash of the source, which is
 * named only where it is that of the event.
 */
final class DriftClient implements ClientDetector<DriftState> {
  /** Rows that are told of at once, or more where one request has more. */
  static final int BATCH = 64;

  private final Usual usual;

  DriftClient(Usual usual) {
    this.usual = usual;
  }

  @Override
  public DriftState fresh() {
    return new DriftState();
  }

  @Override
  public DriftState read(DataInput in) throws IOException {
    return DriftState.read(in);
  }

  @Override
  public int maxStateBytes() {
    return DriftState.BYTES;
  }

  @Override
  public void event(DriftState state, Event event, Readings out) {
    if (event.rows().count() == 0 || !usual.isLearnt()) {
      return;
    }
    long source = Hashes.of(source(event));
    if (!state.isFront(source)) {
      tell(event, "", state.source(), state.replace(source), out);
    }
    for (int row = 0; row < event.rows().count(); row++) {
      usual.scale().add(event.rows(), row, state.profile());
    }
    if (state.profile()[Profile.ROWS] >= BATCH) {
      tell(event, source(event), source, state.replace(source), out);
    }
  }

  /** Whose data a request holds. */
  static String source(Event event) {
    return event.source().isEmpty() ? event.client() : event.source();
  }

  private static void tell(Event event, String name, long source, float[] profile, Readings out) {
    if (profile[Profile.ROWS] > 0) {
      out.contribute(Contribution.at(event, Drift.ID, name, profile, new long[] {source}));
    }
  }

  @Override
  public DriftState merge(DriftState earlier, DriftState later) {
    return earlier.with(later);
  }
}
