package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.derive.Question;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Family;
import dev.countersign.model.Element;
import dev.countersign.model.Resolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers to threats that do not derive: misspelt, out of date or too early. */
final class LooseAnswers {
  private final Inquiry inquiry;
  private final Set<String> derived = new TreeSet<>();
  private final Set<String> unanswered = new TreeSet<>();
  private final Map<String, List<String>> undecided = new HashMap<>();

  LooseAnswers(Inquiry inquiry) {
    this.inquiry = inquiry;
    for (Threat threat : inquiry.derivation().threats()) {
      derived.addAll(threat.ids());
      if (Collections.disjoint(threat.ids(), inquiry.system().resolutions().keySet())) {
        unanswered.addAll(threat.ids());
      }
    }
    inquiry.derivation().questions().forEach(this::note);
  }

  List<Finding> findings() {
    return inquiry.system().resolutions().values().stream()
        .filter(resolution -> !derived.contains(resolution.threat()))
        .flatMap(resolution -> finding(resolution).stream())
        .toList();
  }

  private void note(Question question) {
    question
        .decides()
        .forEach(id -> undecided.computeIfAbsent(id, k -> new ArrayList<>()).add(question.id()));
  }

  private Optional<Finding> finding(Resolution resolution) {
    Optional<Placed> id = Placed.parse(resolution.threat());
    Optional<Family> family = id.map(Placed::name).flatMap(inquiry.catalogue()::family);
    if (family.isEmpty()) {
      return Optional.of(unknownFamily(resolution, id));
    }
    List<String> questions = undecided.getOrDefault(resolution.threat(), List.of());
    if (!questions.isEmpty()) {
      return Optional.of(undecided(resolution, questions));
    }
    if (resolution instanceof Resolution.DesignedOut out) {
      // What a change of design removed need not be an element any more.
      return out.change().isPresent() ? Optional.empty() : Optional.of(withoutChange(out));
    }
    Optional<Element> element = id.map(Placed::element).flatMap(inquiry.system()::element);
    return Optional.of(
        element.isEmpty()
            ? unknownElement(resolution, id)
            : dead(resolution, family.get(), element.get()));
  }

  private Finding unknownFamily(Resolution resolution, Optional<Placed> id) {
    String family = id.map(Placed::name).orElse(resolution.threat());
    return finding(
        "unknown-family",
        Severity.ERROR,
        resolution,
        "%s is answered, but there is no family %s.".formatted(resolution.threat(), family),
        inquiry
            .words()
            .orElse(
                family,
                inquiry.catalogue().families().keySet(),
                "Choose a family that countersign rules lists, or remove the answer."));
  }

  private Finding unknownElement(Resolution resolution, Optional<Placed> id) {
    String element = id.map(Placed::element).orElse("");
    return finding(
        "unknown-element",
        Severity.ERROR,
        resolution,
        "%s is answered, but %s is no element.".formatted(resolution.threat(), element),
        inquiry
            .words()
            .orElse(
                element,
                inquiry.system().elements().keySet(),
                "Declare " + element + ", or remove the answer."));
  }

  private Finding undecided(Resolution resolution, List<String> questions) {
    return finding(
        "undecided-threat",
        Severity.WARNING,
        resolution,
        "%s is answered, but whether it applies is not known yet.".formatted(resolution.threat()),
        "First answer what decides it: " + Phrases.or(questions) + ".");
  }

  private Finding withoutChange(Resolution.DesignedOut out) {
    return finding(
        "incomplete-answer",
        Severity.WARNING,
        out,
        out.threat() + " is answered as designed-out without saying what changed.",
        "Add change: one sentence, and reference: where the change can be seen.");
  }

  private Finding dead(Resolution resolution, Family family, Element element) {
    String why =
        family.on() == element.kind()
            ? "it does not derive from the model"
            : "%s is about %ss and %s is %s"
                .formatted(
                    family.id(),
                    family.on().word(),
                    element.id(),
                    Phrases.withArticle(element.kind().word()));
    return finding(
        "dead-answer",
        Severity.WARNING,
        resolution,
        resolution.threat() + " is answered, but " + why + ".",
        inquiry
            .words()
            .orElse(
                resolution.threat(),
                unanswered,
                "Remove the answer; if the threat is real, the model does not yet show why."));
  }

  private static Finding finding(
      String rule, Severity severity, Resolution resolution, String message, String next) {
    return new Finding(
        rule, severity, resolution.place(), message, next, Optional.of(resolution.threat()));
  }
}
