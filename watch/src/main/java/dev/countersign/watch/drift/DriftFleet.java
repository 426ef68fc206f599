package dev.countersign.watch.drift;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.FleetReadings;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** Compares the last rows of all sources with usual ones, and those of each source with its own. */
final class DriftFleet implements FleetDetector<DriftFleetState> {
  private static final double MEMORY_OF_ALL = 8192;
  private static final double MEMORY_OF_ONE = 1024;

  /**
   * A source that was not learnt is compared with its first 512 rows, of which so many are left.
   */
  private static final double FIRST = 400;

  /** What is not that rare, nobody is named for. */
  private static final double RARE = 2;

  private static final double ENOUGH = 256;
  private static final int SHOWN = 8;

  private final Usual usual;

  DriftFleet(Usual usual) {
    this.usual = usual;
  }

  @Override
  public DriftFleetState fresh() {
    return new DriftFleetState(usual);
  }

  @Override
  public DriftFleetState read(DataInput in) throws IOException {
    DriftFleetState state = fresh();
    state.read(in);
    return state;
  }

  @Override
  public void take(DriftFleetState state, Contribution told, FleetReadings out) {
    if (!usual.isLearnt() || told.numbers().length != Profile.SIZE) {
      return;
    }
    Mover one = state.source(told.hashes()[0]);
    add(one, told, MEMORY_OF_ONE, usual.within());
    add(state.all(), told, MEMORY_OF_ALL, usual.between());
    String name = one.name().isEmpty() ? "%016x".formatted(told.hashes()[0]) : one.name();
    int tests = Math.max(usual.sources().size(), state.sources());
    read(one, Drift.OF_ONE, "source " + name, usual.within(), tests, one.clients(), out);
    List<String> most = state.all().tail() < RARE ? List.of() : state.mostMoved(SHOWN);
    read(state.all(), Drift.OF_ALL, "all sources", usual.between(), 1, most, out);
  }

  private static void add(Mover mover, Contribution told, double memory, Unit unit) {
    mover.seen(told.source(), told.client(), told.event());
    mover.add(told.numbers(), memory);
    if (mover.reference().isPresent()) {
      mover.change(told.numbers(), mover.reference().get(), unit.batch());
    } else if (mover.sums()[Profile.ROWS] >= FIRST) {
      mover.becomeReference();
    }
  }

  private void read(
      Mover mover,
      int from,
      String subject,
      Unit unit,
      int tests,
      List<String> clients,
      FleetReadings out) {
    if (mover.reference().isEmpty() || mover.sums()[Profile.ROWS] < ENOUGH) {
      return;
    }
    Shift shift = Shift.of(mover.sums(), mover.reference().get(), unit);
    mover.tail(Math.max(shift.outputs(), Math.max(shift.labels(), shift.inputs())));
    double[] values = {
      Tail.corrected(shift.outputs(), tests),
      Tail.corrected(shift.labels(), tests),
      Tail.corrected(shift.inputs(), tests),
      mover.change(),
      shift.stability()
    };
    int count = from == Drift.OF_ALL ? values.length : values.length - 1;
    for (int i = 0; i < count; i++) {
      out.reading(from + i, values[i], subject, clients, mover.events());
    }
  }
}
