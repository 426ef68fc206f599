package dev.countersign.report.onepage;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.ControlState;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which controls stand at a stage, proven or not, and which are to come. */
final class Controls {
  private final Subject subject;
  private final int most;

  Controls(Subject subject, int most) {
    this.subject = subject;
    this.most = most;
  }

  /** One sentence about a stage. */
  Phrase of(Stage stage) {
    Map<Boolean, List<ControlClaim>> here =
        here(stage).stream()
            .collect(
                Collectors.partitioningBy(
                    ControlState::proven,
                    Collectors.mapping(ControlState::claim, Collectors.toList())));
    List<ControlClaim> proven = here.getOrDefault(true, List.of());
    List<ControlClaim> unproven = here.getOrDefault(false, List.of());
    return standing(stage, proven, unproven)
        .then(coming(stage, !proven.isEmpty() || !unproven.isEmpty()))
        .then(".");
  }

  private Phrase standing(Stage stage, List<ControlClaim> proven, List<ControlClaim> unproven) {
    if (proven.isEmpty()) {
      return unproven.isEmpty() ? Phrase.of("No control is in place") : claimed(unproven);
    }
    Phrase sentence = proven(stage, proven);
    return unproven.isEmpty()
        ? sentence
        : sentence.then("; there is no valid proof for ").then(some(unproven));
  }

  /** Said in two ways, so that five stages do not all end alike. */
  private Phrase proven(Stage stage, List<ControlClaim> proven) {
    int count = proven.size();
    if (stage == Stage.TRAINING || stage == Stage.EVOLUTION) {
      String are = Numbers.count(count, "control") + (count == 1 ? " is" : " are");
      return Phrase.of(Nouns.capitalised(are) + " in place and proven: ").then(some(proven));
    }
    return Phrase.of(count == 1 ? "The one control in place, " : "The controls in place, ")
        .then(some(proven))
        .then(count == 1 ? ", is proven" : ", are " + Numbers.all(count) + " proven");
  }

  private Phrase claimed(List<ControlClaim> unproven) {
    int count = unproven.size();
    String are = Numbers.count(count, "control") + (count == 1 ? " is" : " are");
    return Phrase.of(Nouns.capitalised(are) + " claimed, ")
        .then(some(unproven))
        .then(", but without valid proof");
  }

  /** {@code a tool gate and rate limits on chat, and output encoding on answer}. */
  private Phrase some(List<ControlClaim> claims) {
    Map<String, List<String>> byElement = new LinkedHashMap<>();
    claims.stream()
        .limit(most)
        .forEach(claim ->
            byElement
                .computeIfAbsent(claim.element(), _ -> new ArrayList<>())
                .add(claim.control()));
    Map<List<String>, List<String>> byControls = new LinkedHashMap<>();
    byElement.forEach((element, controls) ->
        byControls.computeIfAbsent(controls, _ -> new ArrayList<>()).add(element));
    List<Phrase> groups = new ArrayList<>();
    byControls.forEach((controls, elements) ->
        groups.add(
            Phrase.and(controls.stream().map(id -> title(subject, id)).toList())
                .then(" on ")
                .then(Names.ids(elements))));
    if (claims.size() > most) {
      groups.add(Phrase.of(Numbers.small(claims.size() - most) + " more"));
    }
    boolean nested = groups.size() < claims.size();
    return nested ? Phrase.listed(groups) : Phrase.and(groups);
  }

  /** What answers threats of the stage, and what acts there and answers none of another stage. */
  private List<ControlState> here(Stage stage) {
    Set<ControlState> here = new LinkedHashSet<>();
    subject.threats(stage).forEach(threat -> here.addAll(threat.answer().controls()));
    Set<ControlState> used =
        subject.assessment().threats().stream()
            .flatMap(threat -> threat.answer().controls().stream())
            .collect(Collectors.toSet());
    subject.assessment().controls().values().stream()
        .filter(state -> !used.contains(state) && actsAt(stage, state))
        .sorted(Comparator.comparing(state -> state.claim().id()))
        .forEach(here::add);
    return List.copyOf(here);
  }

  private boolean actsAt(Stage stage, ControlState state) {
    return subject
        .catalogue()
        .control(state.claim().control())
        .filter(control -> control.stage() == stage)
        .isPresent();
  }

  /** {@code rate limits per caller on scoring-api}. */
  static Phrase named(Subject subject, String control, String element) {
    return title(subject, control).then(" on ").then(Phrase.id(element));
  }

  private static Phrase title(Subject subject, String control) {
    return subject
        .catalogue()
        .control(control)
        .map(known -> Phrase.of(Nouns.within(known.title())))
        .orElse(Phrase.id(control));
  }

  private Phrase coming(Stage stage, boolean further) {
    Map<String, LocalDate> plans = new LinkedHashMap<>();
    for (AssessedThreat threat : subject.threats(stage)) {
      plan(threat)
          .ifPresent(plan ->
              plans.merge(
                  plan.control().orElseThrow(),
                  plan.by().orElseThrow(),
                  (one, other) -> one.isBefore(other) ? one : other));
    }
    String more = further ? " more" : "";
    return switch (plans.size()) {
      case 0 -> Phrase.NONE;
      case 1 -> Phrase.of("; one" + more + " is planned: ").then(next(plans));
      default ->
          Phrase.of("; " + Numbers.small(plans.size()) + more + " are planned, the next being ")
              .then(next(plans));
    };
  }

  private static Optional<Resolution.Planned> plan(AssessedThreat threat) {
    return threat.answer().state() == Answer.State.PLANNED
            && threat.answer().resolution().orElse(null) instanceof Resolution.Planned plan
            && plan.control().isPresent()
            && plan.by().isPresent()
        ? Optional.of(plan)
        : Optional.empty();
  }

  private Phrase next(Map<String, LocalDate> plans) {
    Map.Entry<String, LocalDate> first =
        plans.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    return placed(subject, first.getKey()).then(", by " + Numbers.day(first.getValue()));
  }

  /** A control by its id in a file. */
  static Phrase placed(Subject subject, String id) {
    int at = id.indexOf('@');
    return at <= 0 ? Phrase.id(id) : named(subject, id.substring(0, at), id.substring(at + 1));
  }
}
