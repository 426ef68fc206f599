package dev.countersign.watch.campaign;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.FleetReadings;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Counts the clients and documents of each passage, and gives passages that came together one name.
 */
final class CampaignFleet implements FleetDetector<CampaignFleetState> {
  /** From so many clients, or flagged documents, on a passage is worth a name. */
  private static final double NAMED = 3;

  /** From so many on it has the name of another one that came with it. */
  private static final double INHERITS = 2;

  private final Usual usual;

  CampaignFleet(Usual usual) {
    this.usual = usual;
  }

  @Override
  public CampaignFleetState fresh() {
    return new CampaignFleetState(usual.flagged());
  }

  @Override
  public CampaignFleetState read(DataInput in) throws IOException {
    CampaignFleetState state = fresh();
    state.read(in);
    return state;
  }

  @Override
  public void take(CampaignFleetState state, Contribution told, FleetReadings out) {
    long now = state.clock.at(told.time());
    boolean flagged = told.numbers()[1] > 0;
    state.rate.add(now, told.numbers()[0], flagged, told.hashes()[CampaignClient.CLIENT]);
    if (flagged) {
      out.reading(
          Campaign.FLAGGED_RATE,
          state.rate.value(),
          "flagged requests",
          List.of(told.client()),
          List.of(told.event()));
    }
    List<Sighted> seen = seen(state, told, now, flagged);
    name(seen, told);
    if (flagged) {
      most(seen, Campaign.FLAGGED_CLIENTS, Sighted::flaggedClients, out);
      most(seen, Campaign.FLAGGED_DOCUMENTS, Sighted::flaggedDocuments, out);
    }
    if (usual.isLearnt()) {
      most(seen, Campaign.SPREAD, CampaignFleet::spread, out);
    }
  }

  private static double spread(Sighted one) {
    return Math.log(Math.max(1, one.clients())) / Math.log(2);
  }

  private static List<Sighted> seen(
      CampaignFleetState state, Contribution told, long now, boolean flagged) {
    long[] hashes = told.hashes();
    List<Sighted> seen = new ArrayList<>();
    for (int i = CampaignClient.KEYS; i < hashes.length; i++) {
      state
          .sighted(hashes[i], now, flagged)
          .ifPresent(one -> {
            one.add(
                now,
                flagged,
                hashes[CampaignClient.CLIENT],
                hashes[CampaignClient.DOCUMENT],
                told.client(),
                told.event());
            seen.add(one);
          });
    }
    return seen;
  }

  private static void name(List<Sighted> seen, Contribution told) {
    long known = 0;
    boolean worth = false;
    for (Sighted one : seen) {
      known = known == 0 ? one.label() : known;
      worth |= seenBy(one) >= NAMED;
    }
    if (known == 0 && !worth) {
      return;
    }
    long name = known == 0 ? told.hashes()[told.hashes().length - 1] : known;
    for (Sighted one : seen) {
      if (one.label() == 0 && seenBy(one) >= INHERITS) {
        one.label(name);
      }
    }
  }

  private static double seenBy(Sighted one) {
    return Math.max(one.clients(), one.flaggedDocuments());
  }

  private static void most(
      List<Sighted> seen, int statistic, ToDoubleFunction<Sighted> measure, FleetReadings out) {
    seen.stream()
        .max(Comparator.comparingDouble(measure))
        .ifPresent(most ->
            out.reading(
                statistic,
                measure.applyAsDouble(most),
                subject(most),
                most.names(),
                most.events()));
  }

  private static String subject(Sighted passage) {
    return passage.label() == 0
        ? "passages of few clients"
        : "passage %016x".formatted(passage.label());
  }
}
