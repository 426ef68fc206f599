package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.derive.Question;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Control;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Resolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with the controls that a file claims, whichever answers name them. */
final class ControlChecks {
  private final Inquiry inquiry;
  private final Set<String> named = new HashSet<>();
  private final Map<String, Set<String>> familiesAt = new HashMap<>();

  ControlChecks(Inquiry inquiry) {
    this.inquiry = inquiry;
    inquiry.system().resolutions().values().forEach(this::noteNamed);
    inquiry.derivation().threats().forEach(this::noteFamily);
    inquiry.derivation().questions().forEach(this::noteFamily);
  }

  List<Finding> findings() {
    return inquiry.controls().values().stream().flatMap(state -> findings(state).stream()).toList();
  }

  private Optional<Finding> findings(ControlState state) {
    ControlClaim claim = state.claim();
    Optional<Control> control = inquiry.catalogue().control(claim.control());
    Optional<Element> element = inquiry.system().element(claim.element());
    if (control.isEmpty()) {
      return Optional.of(unknown(claim));
    }
    if (element.isEmpty()) {
      return Optional.of(nowhere(claim));
    }
    if (!control.get().on().contains(element.get().kind())) {
      return Optional.of(misplaced(claim, control.get(), element.get()));
    }
    return idle(claim, control.get());
  }

  private Finding unknown(ControlClaim claim) {
    return new Finding(
        "unknown-control",
        Severity.ERROR,
        claim.place(),
        claim.control() + " is not in the control catalogue, so it cannot answer a threat.",
        inquiry
            .words()
            .orElse(
                claim.control(),
                inquiry.catalogue().controls().keySet(),
                "Choose one that countersign catalogue controls lists, or remove it."),
        Optional.of(claim.id()));
  }

  private Finding nowhere(ControlClaim claim) {
    return new Finding(
        "unknown-element",
        Severity.ERROR,
        claim.place(),
        claim.control() + " is placed on " + claim.element() + ", which is no element.",
        inquiry
            .words()
            .orElse(
                claim.element(),
                inquiry.system().elements().keySet(),
                "Declare " + claim.element() + " or place the control on an element that exists."),
        Optional.of(claim.id()));
  }

  private Finding misplaced(ControlClaim claim, Control control, Element element) {
    List<String> kinds = control.on().stream().sorted().map(ElementKind::word).toList();
    return new Finding(
        "misplaced-control",
        Severity.ERROR,
        claim.place(),
        "%s cannot be placed on %s, which is %s."
            .formatted(control.id(), element.id(), Phrases.withArticle(element.kind().word())),
        "Place it on " + Phrases.withArticle(kinds.getFirst()) + others(kinds) + ".",
        Optional.of(claim.id()));
  }

  private static String others(List<String> kinds) {
    return kinds.size() == 1 ? "" : " or " + Phrases.or(kinds.subList(1, kinds.size()));
  }

  private Optional<Finding> idle(ControlClaim claim, Control control) {
    Set<String> here = familiesAt.getOrDefault(claim.element(), Set.of());
    boolean covers = control.stops().stream().anyMatch(here::contains);
    if (named.contains(claim.id()) || covers || required(claim)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "idle-control",
            Severity.WARNING,
            claim.place(),
            "%s covers nothing: no answer names it, and no threat at %s is one that it stops."
                .formatted(claim.id(), claim.element()),
            "Name it in the answer to a threat, place it where the threat passes, or remove it.",
            Optional.of(claim.id())));
  }

  private boolean required(ControlClaim claim) {
    return inquiry.policy().requiredControls().stream()
        .anyMatch(rule -> rule.control().equals(claim.control()));
  }

  private void noteNamed(Resolution resolution) {
    switch (resolution) {
      case Resolution.ByControl answer -> named.addAll(answer.controls());
      case Resolution.Planned plan -> plan.control().ifPresent(named::add);
      case Resolution.Accepted _, Resolution.DesignedOut _ -> {}
    }
  }

  private void noteFamily(Threat threat) {
    Stream.of(
            Stream.of(threat.element().id()),
            threat.members().stream(),
            threat.path().stream(),
            threat.decisions().stream())
        .flatMap(ids -> ids)
        .forEach(id -> noteFamily(threat.family().id(), id));
  }

  /** A control against a threat that an open question may still confirm is not idle. */
  private void noteFamily(Question question) {
    question.decides().stream()
        .flatMap(id -> Placed.parse(id).stream())
        .forEach(id -> noteFamily(id.name(), id.element()));
  }

  private void noteFamily(String family, String element) {
    familiesAt.computeIfAbsent(element, id -> new HashSet<>()).add(family);
  }
}
