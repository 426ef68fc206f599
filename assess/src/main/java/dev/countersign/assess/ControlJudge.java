package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.model.Place;
import dev.countersign.model.Resolution.ByControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges an answer by controls: it holds if every control named is claimed, stops this family and
 * is proven now.
 */
final class ControlJudge {
  private final Inquiry inquiry;

  ControlJudge(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  Judgement judge(Threat threat, ByControl answer) {
    if (answer.controls().isEmpty()) {
      return namesNone(threat, answer);
    }
    List<String> reasons =
        answer.controls().stream().flatMap(id -> doubt(threat, id).stream()).distinct().toList();
    List<ControlState> states =
        answer.controls().stream().flatMap(id -> state(id).stream()).distinct().toList();
    return reasons.isEmpty()
        ? Judgement.holds(Answer.State.CONTROLLED, answer, states)
        : new Judgement(
            new Answer(
                Answer.State.UNPROVEN,
                Optional.of(answer),
                Optional.of(String.join(" ", reasons)),
                states),
            mistakes(threat, answer));
  }

  /** Why a named control does not count; empty if it does. */
  private Optional<String> doubt(Threat threat, String id) {
    Optional<ControlState> state = state(id);
    if (state.isEmpty()) {
      return Optional.of(id + " is not listed under controls.");
    }
    String control = state.get().claim().control();
    if (inquiry.catalogue().control(control).isEmpty()) {
      return Optional.of(control + " is not in the control catalogue.");
    }
    if (!inquiry.catalogue().stops(control, threat.family().id())) {
      return Optional.of(control + " does not stop " + threat.family().id() + ".");
    }
    return state.get().doubt().map(doubt -> id + " is not proven. " + doubt);
  }

  private List<Finding> mistakes(Threat threat, ByControl answer) {
    List<Finding> findings = new ArrayList<>();
    unclaimed(threat, answer).ifPresent(findings::add);
    wrong(threat, answer.controls().stream().filter(id -> state(id).isPresent()), answer)
        .ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> unclaimed(Threat threat, ByControl answer) {
    List<String> unclaimed =
        answer.controls().stream().filter(id -> state(id).isEmpty()).distinct().sorted().toList();
    if (unclaimed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "unclaimed-control",
            Severity.ERROR,
            answer.place(),
            "The answer to %s names %s, which %s not listed under controls."
                .formatted(
                    Phrases.named(threat),
                    Phrases.and(unclaimed),
                    unclaimed.size() == 1 ? "is" : "are"),
            inquiry
                .words()
                .orElse(
                    unclaimed.getFirst(),
                    inquiry.controls().keySet(),
                    "List " + unclaimed.getFirst() + " under controls with its evidence."),
            Optional.of(threat.id())));
  }

  private Optional<Finding> wrong(Threat threat, Stream<String> named, ByControl answer) {
    List<String> wrong =
        named
            .flatMap(id -> Placed.parse(id).stream())
            .map(Placed::name)
            .filter(control -> inquiry.catalogue().control(control).isPresent())
            .filter(control -> !inquiry.catalogue().stops(control, threat.family().id()))
            .distinct()
            .sorted()
            .toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(wrongControl(inquiry, threat, Phrases.and(wrong), answer.place()));
  }

  private Judgement namesNone(Threat threat, ByControl answer) {
    return Judgement.open(
        answer,
        "It names no control.",
        new Finding(
            "incomplete-answer",
            Severity.ERROR,
            answer.place(),
            "The answer to " + Phrases.named(threat) + " names no control.",
            "Name controls that are listed under controls, such as "
                + Phrases.or(inquiry.catalogue().answersTo(threat.family()))
                + ".",
            Optional.of(threat.id())));
  }

  private Optional<ControlState> state(String id) {
    return Optional.ofNullable(inquiry.controls().get(id));
  }

  /** A control that the catalogue knows, but not against this family. */
  static Finding wrongControl(Inquiry inquiry, Threat threat, String wrong, Place place) {
    List<String> right = inquiry.catalogue().answersTo(threat.family());
    return new Finding(
        "wrong-control",
        Severity.ERROR,
        place,
        "The answer to %s names %s, which does not stop %s."
            .formatted(Phrases.named(threat), wrong, threat.family().id()),
        right.isEmpty()
            ? "No control of the catalogue stops it: answer it by accepted or designed-out."
            : "Name a control that stops it: " + Phrases.or(right) + ".",
        Optional.of(threat.id()));
  }
}
