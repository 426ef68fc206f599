package dev.countersign.watch.collusion;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.FleetReadings;
import dev.countersign.watch.evasion.Cells;
import dev.countersign.watch.sketch.Hashes;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Sees all accounts of a model: counts those that share a fingerprint or an unusual direction. */
final class GroupWatch implements FleetDetector<Groups> {
  /** Fewer accounts have in common what benign accounts have by chance. */
  private static final int LEAST = 7;

  private final Directions directions;

  GroupWatch(Directions directions) {
    this.directions = directions;
  }

  @Override
  public Groups fresh() {
    return new Groups();
  }

  @Override
  public Groups read(DataInput in) throws IOException {
    return Groups.read(in);
  }

  @Override
  public void take(Groups state, Contribution contribution, FleetReadings out) {
    if (contribution.hashes().length > Cells.PRINTS) {
      shared(state, contribution, out);
    } else {
      aligned(state, contribution, out);
    }
  }

  private static void shared(Groups state, Contribution told, FleetReadings out) {
    long[] hashes = told.hashes();
    long label = state.label(hashes, Cells.PRINTS);
    Optional<Group> largest = Optional.empty();
    for (int i = 0; i < Cells.PRINTS; i++) {
      Group group = state.of(hashes[i], label, told.time());
      group.add(told.time(), told.client(), hashes[Cells.PRINTS], told.event());
      if (largest.isEmpty() || group.size() > largest.get().size()) {
        largest = Optional.of(group);
      }
    }
    largest.ifPresent(group -> say(Collusion.SHARED, "accounts around row", group, out));
  }

  private void aligned(Groups state, Contribution told, FleetReadings out) {
    float[] direction = told.numbers().clone();
    if (Account.unit(direction) < directions.off()
        || Directions.same(directions.usual(), direction) >= 0) {
      return;
    }
    long mean = Arrays.hashCode(told.numbers());
    Group group = state.of(direction, Hashes.of(told.event()), told.time());
    group.add(told.time(), told.client(), mean, told.event());
    say(Collusion.ALIGNED, "accounts in direction", group, out);
  }

  private static void say(int statistic, String what, Group group, FleetReadings out) {
    long size = group.size();
    double value = size < LEAST ? 0 : Math.log(size) / Math.log(2);
    String subject = "%s %016x".formatted(what, group.label());
    out.reading(statistic, value, subject, group.accounts(), group.events());
  }
}
