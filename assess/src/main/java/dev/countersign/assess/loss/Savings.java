package dev.countersign.assess.loss;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.next.Placement;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What controls that are not proven would save: those that an answer names and does not prove, that
 * a plan names or, where there is no answer, the best that could stand in the way.
 */
final class Savings {
  /** Of the gravest threats only: further down, controls save little, and models have thousands. */
  private static final int LOOKED_AT = 100;

  /** What comes after saves less. */
  private static final int MOST = 20;

  private final SystemModel system;
  private final Catalogue catalogue;
  private final Set<String> looked;
  private final Map<Where, List<Saved>> saved = new TreeMap<>();

  Savings(SystemModel system, Catalogue catalogue, List<Scenario> scenarios) {
    this.system = system;
    this.catalogue = catalogue;
    this.looked =
        scenarios.stream()
            .filter(scenario -> needsControl(scenario.assessed().answer().state()))
            .sorted(Comparator.comparingInt(scenario -> scenario.threat().rank().position()))
            .limit(LOOKED_AT)
            .map(Scenario::id)
            .collect(Collectors.toSet());
  }

  /** A control at its place; amounts of different currencies are kept apart. */
  private record Where(String control, String currency) implements Comparable<Where> {
    @Override
    public int compareTo(Where other) {
      return Comparator.comparing(Where::control)
          .thenComparing(Where::currency)
          .compare(this, other);
    }
  }

  /**
   * What less would be lost to a threat in each year.
   *
   * @param place of the control among those that could answer the threat, the best is 0
   */
  private record Saved(String threat, int place, double[] years) {}

  /** A saving with what decides between equal ones: the better control first. */
  private record Placed(ControlSaving saving, int place) {
    double mean() {
      return saving.saves().mean();
    }
  }

  private static boolean needsControl(Answer.State state) {
    return switch (state) {
      case OPEN, UNPROVEN, PLANNED -> true;
      case CONTROLLED, ACCEPTED -> false;
    };
  }

  /** Notes what a control would take from a threat. */
  void note(Scenario scenario, double[] without, double[] with) {
    if (!looked.contains(scenario.id())) {
      return;
    }
    double[] years = new double[without.length];
    for (int year = 0; year < years.length; year++) {
      years[year] = without[year] - with[year];
    }
    List<String> controls = controls(scenario.assessed()).distinct().toList();
    for (int place = 0; place < controls.size(); place++) {
      saved
          .computeIfAbsent(
              new Where(controls.get(place), scenario.stake().currency()), _ -> new ArrayList<>())
          .add(new Saved(scenario.id(), place, years));
    }
  }

  /** The savings, the most on average first. */
  List<ControlSaving> most() {
    return saved.entrySet().stream()
        .map(entry -> saving(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(Placed::mean).reversed().thenComparingInt(Placed::place))
        .limit(MOST)
        .map(Placed::saving)
        .toList();
  }

  private static Placed saving(Where where, List<Saved> parts) {
    double[] sum = new double[parts.getFirst().years().length];
    parts.forEach(part -> YearlyLoss.add(sum, part.years()));
    return new Placed(
        new ControlSaving(
            where.control(),
            parts.stream().map(Saved::threat).toList(),
            YearlyLoss.range(sum, where.currency())),
        parts.stream().mapToInt(Saved::place).min().orElseThrow());
  }

  private Stream<String> controls(AssessedThreat assessed) {
    List<String> named = named(assessed).filter(id -> stops(id, assessed)).toList();
    return named.isEmpty()
        ? Placement.against(assessed.threat(), system, catalogue).stream().map(Placement::id)
        : named.stream();
  }

  /** The controls that an answer in force names and that are not proven. */
  private static Stream<String> named(AssessedThreat assessed) {
    Answer answer = assessed.answer();
    if (answer.state() == Answer.State.OPEN) {
      return Stream.empty();
    }
    return switch (answer.resolution().orElse(null)) {
      case Resolution.ByControl by ->
          by.controls().stream().filter(id -> !proven(id, answer.controls()));
      case Resolution.Planned plan -> plan.control().stream();
      case null, default -> Stream.empty();
    };
  }

  private static boolean proven(String id, List<ControlState> states) {
    return states.stream().anyMatch(state -> state.claim().id().equals(id) && state.proven());
  }

  private boolean stops(String id, AssessedThreat assessed) {
    int at = id.indexOf('@');
    return at > 0 && catalogue.stops(id.substring(0, at), assessed.threat().family().id());
  }
}
