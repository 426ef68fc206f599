package dev.countersign.assess.loss;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Catalogue;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Estimates what threats cost a year, where decisions give amounts. {@code docs/loss.md} tells the
 * method, its sources and its limits.
 */
public final class LossEstimate {
  private static final String DISCLOSES =
      "It discloses something, and amounts are for wrong decisions.";
  private static final String NO_DECISION = "It reaches no decision.";
  private static final String NO_AMOUNT = "The decisions that it reaches give no amount or volume.";

  private final SystemModel system;
  private final Catalogue catalogue;
  private final Map<String, Stake> stakes = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();
  private final Map<String, List<String>> unpriced = new TreeMap<>();

  private LossEstimate(SystemModel system, Catalogue catalogue) {
    this.system = system;
    this.catalogue = catalogue;
    system.elements(ElementKind.DECISION).forEach(this::weigh);
  }

  /** The losses of a system whose threats are judged; the order of threats does not matter. */
  public static Losses of(SystemModel system, Catalogue catalogue, List<AssessedThreat> threats) {
    return new LossEstimate(system, catalogue).estimate(threats);
  }

  private void weigh(Element decision) {
    Optional<Stake> stake = Stake.of(decision);
    stake.ifPresent(given -> stakes.put(decision.id(), given));
    if (stake.isEmpty()) {
      missing.add(decision.id());
    }
  }

  private Losses estimate(List<AssessedThreat> threats) {
    List<Reached> reached = threats.stream().flatMap(threat -> reached(threat).stream()).toList();
    return reached.isEmpty()
        ? new Losses(Map.of(), List.of(), List.of(), List.of(), missing, unpriced, 0, 0)
        : simulated(reached);
  }

  /** A threat that can be priced, with the stakes that it reaches, the nearest first. */
  private record Reached(AssessedThreat threat, Reach reach, List<Stake> stakes) {}

  private Optional<Reached> reached(AssessedThreat assessed) {
    Optional<Reach> reach = Reach.of(assessed.threat().family());
    List<Stake> given =
        assessed.threat().decisions().stream()
            .flatMap(id -> Optional.ofNullable(stakes.get(id)).stream())
            .toList();
    if (reach.isPresent() && !given.isEmpty()) {
      return Optional.of(new Reached(assessed, reach.get(), given));
    }
    unpriced
        .computeIfAbsent(why(assessed, reach), _ -> new ArrayList<>())
        .add(assessed.threat().id());
    return Optional.empty();
  }

  private static String why(AssessedThreat assessed, Optional<Reach> reach) {
    if (reach.isEmpty()) {
      return DISCLOSES;
    }
    return assessed.threat().decisions().isEmpty() ? NO_DECISION : NO_AMOUNT;
  }

  private Losses simulated(List<Reached> reached) {
    Quantiles quantiles = new Quantiles();
    Starters starters = new Starters(system);
    List<Scenario> scenarios =
        reached.stream().map(threat -> gravest(threat, starters, quantiles)).toList();
    return new Simulation(system, catalogue, scenarios, quantiles).run(missing, unpriced);
  }

  /** Through the decision that costs most in the middle; the nearest one says in which currency. */
  private static Scenario gravest(Reached reached, Starters starters, Quantiles quantiles) {
    Optional<Element> starter = starters.of(reached.threat().threat());
    String currency = reached.stakes().getFirst().currency();
    return reached.stakes().stream()
        .filter(stake -> stake.currency().equals(currency))
        .map(stake -> new Scenario(reached.threat(), starter, reached.reach(), stake))
        .max(
            Comparator.comparingDouble((Scenario s) -> new Magnitude(s, quantiles).typical())
                .thenComparing(s -> s.stake().decision().id(), Comparator.reverseOrder()))
        .orElseThrow();
  }
}
