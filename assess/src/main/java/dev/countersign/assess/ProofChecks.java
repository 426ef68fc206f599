package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Control;
import dev.countersign.model.Resolution.ByControl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One finding for each control that is not proven, which names the answers that wait for it: the
 * same proof is not asked for once a threat.
 */
final class ProofChecks {
  private final Inquiry inquiry;
  private final Map<String, List<Threat>> waiting = new TreeMap<>();

  ProofChecks(Inquiry inquiry, List<AssessedThreat> threats) {
    this.inquiry = inquiry;
    threats.forEach(this::noteWaiting);
  }

  List<Finding> findings() {
    Stream<Finding> unproven =
        inquiry.controls().values().stream()
            .filter(state -> !state.proven())
            .filter(state -> inquiry.catalogue().control(state.claim().control()).isPresent())
            .flatMap(state -> finding(state).stream());
    return Stream.concat(unproven, inquiry.controls().values().stream().flatMap(this::notes))
        .toList();
  }

  /** What evidence shows besides, whether it holds or not. */
  private Stream<Finding> notes(ControlState state) {
    return state.results().stream()
        .flatMap(result -> result.notes().stream())
        .map(note ->
            new Finding(
                note.rule(),
                note.fails() ? Severity.ERROR : Severity.WARNING,
                state.claim().place(),
                state.claim().id() + ": " + note.message(),
                note.next(),
                note.subject().or(() -> Optional.of(state.claim().id()))));
  }

  private void noteWaiting(AssessedThreat assessed) {
    if (assessed.answer().resolution().orElse(null) instanceof ByControl answer) {
      answer.controls().stream()
          .distinct()
          .filter(id -> stops(id, assessed.threat()))
          .forEach(
              id -> waiting.computeIfAbsent(id, k -> new ArrayList<>()).add(assessed.threat()));
    }
  }

  private boolean stops(String id, Threat threat) {
    return Placed.parse(id)
        .filter(placed -> inquiry.catalogue().stops(placed.name(), threat.family().id()))
        .isPresent();
  }

  private Optional<Finding> finding(ControlState state) {
    List<Threat> threats = waiting.getOrDefault(state.claim().id(), List.of());
    boolean refuted = state.results().stream().anyMatch(EvidenceResult.Refuted.class::isInstance);
    if (threats.isEmpty() && !refuted) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "unproven-control",
            severity(threats, refuted),
            state.claim().place(),
            state.claim().id()
                + " is not proven"
                + consequence(threats)
                + ". "
                + state.doubt().orElse(""),
            next(state),
            Optional.of(state.claim().id())));
  }

  private Severity severity(List<Threat> threats, boolean refuted) {
    Severity least = refuted ? Severity.WARNING : Severity.NOTE;
    return threats.stream()
        .map(inquiry::severity)
        .min(Comparator.naturalOrder())
        .filter(severity -> severity.compareTo(least) < 0)
        .orElse(least);
  }

  private static String consequence(List<Threat> threats) {
    return threats.isEmpty()
        ? ""
        : ", so it does not answer "
            + Phrases.and(threats.stream().map(Phrases::named).toList())
            + " yet";
  }

  private String next(ControlState state) {
    return state.results().stream()
        .flatMap(result -> next(result).stream())
        .findFirst()
        .orElseGet(() -> "Offer evidence under " + state.claim().id() + ": " + kinds(state) + ".");
  }

  private static Optional<String> next(EvidenceResult result) {
    return switch (result) {
      case EvidenceResult.Verified _ -> Optional.empty();
      case EvidenceResult.Refuted(_, _, var next, _) -> Optional.of(next);
      case EvidenceResult.Unchecked(_, _, var next) -> Optional.of(next);
    };
  }

  private String kinds(ControlState state) {
    return inquiry
        .catalogue()
        .control(state.claim().control())
        .map(Control::evidence)
        .map(Phrases::or)
        .orElse("document");
  }
}
