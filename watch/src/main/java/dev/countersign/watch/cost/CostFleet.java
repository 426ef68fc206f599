package dev.countersign.watch.cost;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.FleetReadings;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** Adds up what all clients spend: many that each spend little more are one bill. */
final class CostFleet implements FleetDetector<CostFleetState> {
  private static final int SHOWN = 8;

  private final Usual usual;

  CostFleet(Usual usual) {
    this.usual = usual;
  }

  @Override
  public CostFleetState fresh() {
    return new CostFleetState();
  }

  @Override
  public CostFleetState read(DataInput in) throws IOException {
    return CostFleetState.read(in);
  }

  @Override
  public void take(CostFleetState state, Contribution told, FleetReadings out) {
    double hour = state.spend(told.time(), told.client(), told.numbers()[0]);
    double value = CostClient.times(hour, Math.max(usual.fleet(), usual.spend()));
    List<String> most = value > 0 ? state.most(SHOWN) : List.of();
    out.reading(Cost.FLEET, value, "all clients", most, List.of(told.event()));
  }
}
