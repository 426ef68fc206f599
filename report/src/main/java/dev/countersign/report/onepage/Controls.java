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
    Map<Boolean, List<Phrase>> here =
        here(stage).stream()
            .collect(
                Collectors.partitioningBy(
                    ControlState::proven,
                    Collectors.mapping(state -> name(state.claim()), Collectors.toList())));
    List<Phrase> proven = here.getOrDefault(true, List.of());
    List<Phrase> unproven = here.getOrDefault(false, List.of());
    return standing(proven, unproven)
        .then(coming(stage, !proven.isEmpty() || !unproven.isEmpty()))
        .then(".");
  }

  private Phrase standing(List<Phrase> proven, List<Phrase> unproven) {
    if (proven.isEmpty()) {
      return unproven.isEmpty() ? Phrase.of("No control is in place") : claimed(unproven);
    }
    Phrase sentence =
        Phrase.of(proven.size() == 1 ? "The control in place is " : "The controls in place are ")
            .then(some(proven))
            .then(
                proven.size() == 1
                    ? ", and it is proven"
                    : ", " + Numbers.all(proven.size()) + " proven");
    return unproven.isEmpty()
        ? sentence
        : sentence.then("; there is no valid proof for ").then(some(unproven));
  }

  private Phrase claimed(List<Phrase> unproven) {
    return Phrase.of(
            unproven.size() == 1 ? "The only control claimed is " : "The controls claimed are ")
        .then(some(unproven))
        .then(
            unproven.size() == 1
                ? ", and there is no valid proof for it"
                : ", and there is no valid proof for any of them");
  }

  private Phrase some(List<Phrase> names) {
    if (names.size() <= most) {
      return Phrase.and(names);
    }
    List<Phrase> shown = new ArrayList<>(names.subList(0, most));
    shown.add(Phrase.of(Numbers.small(names.size() - most) + " more"));
    return Phrase.and(shown);
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

  private Phrase name(ControlClaim claim) {
    return named(subject, claim.control(), claim.element());
  }

  /** {@code rate limits per caller on scoring-api}. */
  static Phrase named(Subject subject, String control, String element) {
    return subject
        .catalogue()
        .control(control)
        .map(known -> Phrase.of(Nouns.within(known.title())))
        .orElse(Phrase.id(control))
        .then(" on ")
        .then(Phrase.id(element));
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
      case 1 -> Phrase.of("; one" + more + " is planned, ").then(next(plans));
      default ->
          Phrase.of("; " + Numbers.small(plans.size()) + more + " are planned, first ")
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
    return placed(subject, first.getKey()).then(" by " + Numbers.day(first.getValue()));
  }

  /** A control by its id in a file. */
  static Phrase placed(Subject subject, String id) {
    int at = id.indexOf('@');
    return at <= 0 ? Phrase.id(id) : named(subject, id.substring(0, at), id.substring(at + 1));
  }
}
