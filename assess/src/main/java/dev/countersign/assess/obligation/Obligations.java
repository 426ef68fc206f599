package dev.countersign.assess.obligation;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.obligation.Obligation.Framework;
import dev.countersign.assess.obligation.Obligation.Practice;
import dev.countersign.assess.obligation.Obligation.Standing;
import dev.countersign.assess.obligation.Obligation.State;
import dev.countersign.derive.Question;
import dev.countersign.knowledge.Control;
import dev.countersign.model.Resolution;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the obligations that rules and controls cite, and judges each.
 *
 * <p>Where a rule cites an obligation, the threats of that rule decide: it is as good as its worst
 * threat. Where only controls cite it, it asks for a practice: then a proven control meets it, and
 * a control that could answer nothing in this system is not asked for. Where nothing derives, an
 * open question that could change that makes it not known.
 */
public final class Obligations {
  private final Checked checked;
  private final List<PlannedControl> planned;

  private record PlannedControl(String control, String id) {}

  private Obligations(Checked checked) {
    this.checked = checked;
    this.planned =
        checked.assessment().threats().stream()
            .filter(threat -> threat.answer().state() == Answer.State.PLANNED)
            .flatMap(threat -> threat.answer().resolution().stream())
            .flatMap(answer ->
                answer instanceof Resolution.Planned plan ? plan.control().stream() : Stream.of())
            .distinct()
            .sorted()
            .map(id -> new PlannedControl(head(id), id))
            .toList();
  }

  /** All of them, by framework and then by id. */
  public static List<Obligation> of(Checked checked) {
    Obligations obligations = new Obligations(checked);
    return Stream.of(Framework.values())
        .flatMap(framework ->
            cited(checked, framework).stream().map(id -> obligations.judge(id, framework)))
        .toList();
  }

  private static Set<String> cited(Checked checked, Framework framework) {
    Stream<List<String>> families =
        checked.catalogue().families().values().stream().map(family -> family.references());
    Stream<List<String>> controls =
        checked.catalogue().controls().values().stream().map(control -> control.references());
    TreeSet<String> ids = new TreeSet<>();
    Stream.concat(families, controls)
        .flatMap(List::stream)
        .filter(id -> id.startsWith(framework.prefix()))
        .forEach(ids::add);
    return ids;
  }

  private Obligation judge(String id, Framework framework) {
    List<AssessedThreat> threats = threats(id);
    List<AssessedThreat> meant = threats.isEmpty() ? meant(id) : List.of();
    List<Practice> practices = practices(id);
    List<Question> questions = questions(id);
    State state =
        threats.isEmpty()
            ? byPractice(meant, practices)
                .orElse(questions.isEmpty() ? framework.otherwise() : State.NOT_KNOWN)
            : worst(threats);
    return new Obligation(id, framework, state, threats, practices, meant, questions);
  }

  private List<AssessedThreat> threats(String id) {
    return checked.assessment().threats().stream()
        .filter(threat -> threat.threat().family().references().contains(id))
        .toList();
  }

  private static State worst(Collection<AssessedThreat> threats) {
    return threats.stream()
        .map(threat -> state(threat.answer().state()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static State state(Answer.State answer) {
    return switch (answer) {
      case OPEN, UNPROVEN -> State.OPEN;
      case PLANNED -> State.PLANNED;
      case ACCEPTED -> State.ACCEPTED;
      case CONTROLLED -> State.MET;
    };
  }

  /** Empty where no practice is proven and no threat asks for one. */
  private static Optional<State> byPractice(List<AssessedThreat> meant, List<Practice> practices) {
    if (has(practices, Standing.PROVEN)) {
      return Optional.of(State.MET);
    }
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    if (has(practices, Standing.PLANNED)) {
      return Optional.of(State.PLANNED);
    }
    State others = worst(meant);
    return Optional.of(others == State.MET ? State.OTHERWISE : others);
  }

  private static boolean has(List<Practice> practices, Standing standing) {
    return practices.stream().anyMatch(practice -> practice.state() == standing);
  }

  /** Threats that a control which cites the obligation could answer. */
  private List<AssessedThreat> meant(String id) {
    Set<String> families = stopped(id);
    return checked.assessment().threats().stream()
        .filter(threat -> families.contains(threat.threat().family().id()))
        .toList();
  }

  private Set<String> stopped(String id) {
    return citing(id)
        .flatMap(control -> control.stops().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Questions that could bring a threat which the obligation, or a control for it, is about. */
  private List<Question> questions(String id) {
    Set<String> families = stopped(id);
    checked.catalogue().families().values().stream()
        .filter(family -> family.references().contains(id))
        .forEach(family -> families.add(family.id()));
    return checked.assessment().questions().stream()
        .filter(question -> question.decides().stream().anyMatch(it -> families.contains(head(it))))
        .toList();
  }

  private Stream<Control> citing(String id) {
    return checked.catalogue().controls().values().stream()
        .filter(control -> control.references().contains(id));
  }

  private List<Practice> practices(String id) {
    Map<String, Standing> practices = new TreeMap<>();
    citing(id).forEach(control -> practices.putAll(standings(control)));
    return practices.entrySet().stream()
        .map(entry -> new Practice(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Map<String, Standing> standings(Control control) {
    Map<String, Standing> found = new TreeMap<>();
    planned.stream()
        .filter(plan -> plan.control().equals(control.id()))
        .forEach(plan -> found.put(plan.id(), Standing.PLANNED));
    for (ControlState state : checked.assessment().controls().values()) {
      if (state.claim().control().equals(control.id())) {
        found.put(state.claim().id(), state.proven() ? Standing.PROVEN : Standing.UNPROVEN);
      }
    }
    if (found.isEmpty() && derives(control)) {
      found.put(control.id(), Standing.ABSENT);
    }
    return found;
  }

  private boolean derives(Control control) {
    return checked.assessment().threats().stream()
        .anyMatch(threat -> control.stops().contains(threat.threat().family().id()));
  }

  /** The family of a threat or the control of a claim. */
  private static String head(String id) {
    int at = id.indexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }
}
