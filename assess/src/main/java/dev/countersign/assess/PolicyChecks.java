package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.policy.RequiredControl;
import dev.countersign.knowledge.Control;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the policy asks of a system whatever derives: required controls, few open questions. */
final class PolicyChecks {
  private final Inquiry inquiry;

  PolicyChecks(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  List<Finding> findings() {
    return Stream.concat(
            inquiry.policy().requiredControls().stream().flatMap(this::required),
            questions().stream())
        .toList();
  }

  private Stream<Finding> required(RequiredControl rule) {
    Optional<Control> control = inquiry.catalogue().control(rule.control());
    if (control.isEmpty()) {
      return Stream.of(unknown(rule));
    }
    if (!control.get().on().contains(rule.on())) {
      return Stream.of(misplaced(rule, control.get()));
    }
    return inquiry
        .system()
        .elements(rule.on())
        .flatMap(element -> required(rule, element).stream());
  }

  private Optional<Finding> required(RequiredControl rule, Element element) {
    String id = rule.control() + "@" + element.id();
    Optional<ControlState> state = Optional.ofNullable(inquiry.controls().get(id));
    if (state.filter(ControlState::proven).isPresent()) {
      return Optional.empty();
    }
    return switch (Condition.of(rule, element)) {
      case Condition.Fails() -> Optional.empty();
      case Condition.Unknown(var key) -> Optional.of(undecided(rule, element, key));
      case Condition.Holds() ->
          Optional.of(state.map(s -> unproven(rule, s)).orElseGet(() -> absent(rule, element)));
    };
  }

  private static Finding absent(RequiredControl rule, Element element) {
    return about(
        rule.control() + "@" + element.id(),
        Severity.ERROR,
        element.place(),
        "The policy requires %s on %s, and %s has none."
            .formatted(rule.control(), everyone(rule), element.id()),
        "Put it in place and list %s@%s under controls with its evidence."
            .formatted(rule.control(), element.id()));
  }

  private static Finding unproven(RequiredControl rule, ControlState state) {
    return about(
        state.claim().id(),
        Severity.ERROR,
        state.claim().place(),
        "The policy requires %s on %s, and that of %s is not proven. %s"
            .formatted(
                rule.control(), everyone(rule), state.claim().element(), state.doubt().orElse("")),
        "Offer evidence that verifies: countersign explain " + rule.control() + " says which.");
  }

  private static Finding undecided(RequiredControl rule, Element element, String key) {
    return about(
        rule.control() + "@" + element.id(),
        Severity.WARNING,
        element.place(),
        "The policy requires %s on %s; for %s it is not known whether that applies."
            .formatted(rule.control(), everyone(rule), element.id()),
        "State " + key + " of " + element.id() + ".");
  }

  private Finding unknown(RequiredControl rule) {
    return new Finding(
        "policy-control",
        Severity.ERROR,
        rule.place(),
        "The policy requires " + rule.control() + ", which is not in the control catalogue.",
        inquiry
            .words()
            .orElse(
                rule.control(),
                inquiry.catalogue().controls().keySet(),
                "Choose one that countersign catalogue controls lists."),
        Optional.of(rule.control()));
  }

  private static Finding misplaced(RequiredControl rule, Control control) {
    List<String> kinds = control.on().stream().sorted().map(ElementKind::word).toList();
    return new Finding(
        "policy-control",
        Severity.ERROR,
        rule.place(),
        "The policy requires %s on a %s, where it cannot be placed."
            .formatted(rule.control(), rule.on().word()),
        "Set on to " + Phrases.or(kinds) + ".",
        Optional.of(rule.control()));
  }

  private Optional<Finding> questions() {
    int open = inquiry.derivation().questions().size();
    return inquiry.policy().maxOpenQuestions().stream()
        .filter(most -> open > most)
        .mapToObj(most ->
            new Finding(
                "open-questions",
                Severity.ERROR,
                inquiry.system().info().place(),
                "%d questions are open; the policy allows %d.".formatted(open, most),
                "Answer %s first: it decides most."
                    .formatted(inquiry.derivation().questions().getFirst().id()),
                Optional.of(inquiry.system().info().id())))
        .findFirst();
  }

  private static Finding about(
      String control, Severity severity, Place place, String message, String next) {
    return new Finding("required-control", severity, place, message, next, Optional.of(control));
  }

  /** {@code every model with origin open-weights}. */
  private static String everyone(RequiredControl rule) {
    List<String> facts = rule.where().entrySet().stream().map(PolicyChecks::fact).toList();
    return "every " + rule.on().word() + (facts.isEmpty() ? "" : " with " + Phrases.and(facts));
  }

  private static String fact(Map.Entry<String, List<String>> fact) {
    return fact.getKey() + " " + Phrases.or(fact.getValue());
  }
}
