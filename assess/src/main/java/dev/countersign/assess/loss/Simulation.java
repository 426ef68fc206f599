package dev.countersign.assess.loss;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Catalogue;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Simulates all scenarios of a system and sums them up year by year: within a decision, no year
 * costs more than that decision can cost; across decisions of one currency, the years are added.
 * Always in the order of ids, so that the order of a file changes nothing.
 */
final class Simulation {
  private static final int YEARS = 10_000;
  private static final int LEAST_YEARS = 2_000;
  private static final int SIMULATED_AT_MOST = 2_000_000;

  private final List<Scenario> scenarios;
  private final int years;
  private final Incidents incidents;
  private final Savings savings;
  private final Map<String, ThreatLoss> threats = new TreeMap<>();
  private final Map<String, Sum> currencies = new TreeMap<>();

  Simulation(
      SystemModel system, Catalogue catalogue, List<Scenario> scenarios, Quantiles quantiles) {
    this.scenarios = scenarios;
    years = Math.clamp(SIMULATED_AT_MOST / scenarios.size(), LEAST_YEARS, YEARS);
    incidents = new Incidents(quantiles, years);
    savings = new Savings(system, catalogue, scenarios);
  }

  /** Losses of every year, and the part of them that is accepted. */
  private static final class Sum {
    private final double[] total;
    private final double[] accepted;
    private boolean anyAccepted;

    Sum(int years) {
      total = new double[years];
      accepted = new double[years];
    }

    void add(double[] losses, boolean isAccepted) {
      YearlyLoss.add(total, losses);
      if (isAccepted) {
        YearlyLoss.add(accepted, losses);
        anyAccepted = true;
      }
    }

    /** Adds what a decision costs; in a year that goes beyond the most, all parts shrink alike. */
    void add(Sum decision, double most) {
      for (int year = 0; year < total.length; year++) {
        double share = decision.total[year] > most ? most / decision.total[year] : 1;
        total[year] += share * decision.total[year];
        accepted[year] += share * decision.accepted[year];
      }
      anyAccepted |= decision.anyAccepted;
    }
  }

  Losses run(List<String> missing, Map<String, List<String>> unpriced) {
    Map<String, List<Scenario>> byDecision = new TreeMap<>();
    scenarios.stream()
        .sorted(Comparator.comparing(Scenario::id))
        .forEach(scenario ->
            byDecision
                .computeIfAbsent(scenario.stake().decision().id(), _ -> new ArrayList<>())
                .add(scenario));
    byDecision.values().forEach(this::decision);
    return new Losses(
        threats,
        ranges(_ -> true, sum -> sum.total),
        ranges(sum -> sum.anyAccepted, sum -> sum.accepted),
        savings.most(),
        missing,
        unpriced,
        years,
        Incidents.SEED);
  }

  private List<LossRange> ranges(Predicate<Sum> which, Function<Sum, double[]> part) {
    return currencies.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(entry -> YearlyLoss.range(part.apply(entry.getValue()), entry.getKey()))
        .toList();
  }

  private void decision(List<Scenario> together) {
    Sum sum = new Sum(years);
    together.forEach(scenario -> threat(scenario, sum));
    Stake stake = together.getFirst().stake();
    currencies.computeIfAbsent(stake.currency(), _ -> new Sum(years)).add(sum, stake.mostPerYear());
  }

  private void threat(Scenario scenario, Sum sum) {
    incidents.simulate(scenario);
    Answer.State state = scenario.assessed().answer().state();
    double[] losses = state == Answer.State.CONTROLLED ? incidents.held() : incidents.bare();
    sum.add(losses, state == Answer.State.ACCEPTED);
    savings.note(scenario, incidents.bare(), incidents.held());
    threats.put(
        scenario.id(),
        new ThreatLoss(
            scenario.id(),
            scenario.stake().decision().id(),
            YearlyLoss.range(losses, scenario.stake().currency()),
            Inputs.of(scenario)));
  }
}
