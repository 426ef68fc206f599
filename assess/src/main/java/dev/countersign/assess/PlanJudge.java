package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.ThreatJudge.Argument;
import dev.countersign.assess.policy.Planning;
import dev.countersign.derive.Threat;
import dev.countersign.model.Resolution.Planned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges a planned control: it holds while it is complete, names a control that would stop the
 * family, and its day has neither passed nor lies further ahead than the policy allows.
 */
final class PlanJudge {
  private final Inquiry inquiry;

  PlanJudge(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  Judgement judge(Threat threat, Planned plan) {
    List<String> missing = missing(plan);
    if (!missing.isEmpty()) {
      return incomplete(threat, plan, missing);
    }
    return wrongControl(threat, plan)
        .or(() -> overdue(threat, plan))
        .or(() -> tooFarAhead(threat, plan))
        .orElseGet(() -> inForce(threat, plan));
  }

  private static List<String> missing(Planned plan) {
    return ThreatJudge.missing(
        Stream.of(
            new Argument("control", plan.control()),
            new Argument("owner", plan.owner()),
            new Argument("by", plan.by()),
            new Argument("ticket", plan.ticket())));
  }

  private Judgement incomplete(Threat threat, Planned plan, List<String> missing) {
    return Judgement.open(
        plan,
        "The plan lacks " + Phrases.and(missing) + ".",
        new Finding(
            "incomplete-answer",
            Severity.ERROR,
            plan.place(),
            "The plan for " + Phrases.named(threat) + " lacks " + Phrases.and(missing) + ".",
            "Add it: a plan says which control (control@element), its owner, by which day and under"
                + " which ticket.",
            Optional.of(threat.id())));
  }

  private Optional<Judgement> wrongControl(Threat threat, Planned plan) {
    String id = plan.control().orElse("");
    String control = Placed.parse(id).map(Placed::name).orElse(id);
    if (inquiry.catalogue().control(control).isEmpty()) {
      return Optional.of(unknownControl(threat, plan, control));
    }
    if (!inquiry.catalogue().stops(control, threat.family().id())) {
      return Optional.of(
          Judgement.open(
              plan,
              control + " does not stop " + threat.family().id() + ".",
              ControlJudge.wrongControl(inquiry, threat, control, plan.place())));
    }
    return unplaced(threat, plan, id, control);
  }

  private Judgement unknownControl(Threat threat, Planned plan, String control) {
    return Judgement.open(
        plan,
        control + " is not in the control catalogue.",
        new Finding(
            "unknown-control",
            Severity.ERROR,
            plan.place(),
            "The plan for %s names %s, which is not in the control catalogue."
                .formatted(Phrases.named(threat), control),
            inquiry
                .words()
                .orElse(
                    control,
                    inquiry.catalogue().controls().keySet(),
                    "Name one that stops it: "
                        + Phrases.or(inquiry.catalogue().answersTo(threat.family()))
                        + "."),
            Optional.of(threat.id())));
  }

  /** A plan that names no element of this system cannot be carried out or checked. */
  private Optional<Judgement> unplaced(Threat threat, Planned plan, String id, String control) {
    Optional<String> element = Placed.parse(id).map(Placed::element);
    if (element.filter(inquiry.system().elements()::containsKey).isPresent()) {
      return Optional.empty();
    }
    String where = element.map(e -> e + " is no element").orElse("it names no element");
    return Optional.of(
        Judgement.open(
            plan,
            "It does not say where " + control + " goes.",
            new Finding(
                "unknown-element",
                Severity.ERROR,
                plan.place(),
                "The plan for %s does not say where %s goes: %s."
                    .formatted(Phrases.named(threat), control, where),
                inquiry
                    .words()
                    .orElse(
                        element.orElse(""),
                        inquiry.system().elements().keySet(),
                        "Write " + control + "@ and the id of the element that will have it."),
                Optional.of(threat.id()))));
  }

  private Optional<Judgement> overdue(Threat threat, Planned plan) {
    return plan.by()
        .filter(inquiry.asOf()::isAfter)
        .map(by ->
            Judgement.open(
                plan,
                "The plan was due on " + by + ".",
                new Finding(
                    "overdue-plan",
                    broken(threat),
                    plan.place(),
                    "%s is open again: %s was due on %s (%s, %s)."
                        .formatted(
                            Phrases.named(threat),
                            plan.control().orElse(""),
                            by,
                            plan.owner().orElse(""),
                            plan.ticket().orElse("")),
                    "If the control is in place, list it under controls with its evidence and"
                        + " answer by control; otherwise agree on a new day.",
                    Optional.of(threat.id()))));
  }

  private Optional<Judgement> tooFarAhead(Threat threat, Planned plan) {
    Planning planning = inquiry.policy().planned();
    LocalDate latest = planning.longest().from(inquiry.asOf());
    return plan.by()
        .filter(by -> by.isAfter(latest))
        .map(by ->
            Judgement.open(
                plan,
                "The policy lets a plan run for " + planning.longest() + " at most.",
                new Finding(
                    "plan-not-allowed",
                    broken(threat),
                    plan.place(),
                    "The plan for %s is due on %s; the policy lets a plan run for %s at most."
                        .formatted(Phrases.named(threat), by, planning.longest()),
                    "Set by to "
                        + latest
                        + " or earlier, or have the risk accepted until the control is there.",
                    Optional.of(threat.id()))));
  }

  private Judgement inForce(Threat threat, Planned plan) {
    Judgement holds = Judgement.holds(Answer.State.PLANNED, plan, List.of());
    if (inquiry.policy().planned().isEnoughFor(threat.rank().severity())) {
      return holds;
    }
    String limit = inquiry.policy().planned().failOn().orElseThrow().word();
    return new Judgement(
        holds.answer(),
        List.of(
            new Finding(
                "plan-not-enough",
                Severity.ERROR,
                plan.place(),
                "%s is only planned; from %s upwards the policy asks for more than a plan."
                    .formatted(Phrases.named(threat), limit),
                "Put %s in place, or have the risk accepted until %s."
                    .formatted(
                        plan.control().orElse(""), plan.by().map(LocalDate::toString).orElse("")),
                Optional.of(threat.id()))));
  }

  /** Somebody relies on a broken promise: worth a warning even where the rank is low. */
  private Severity broken(Threat threat) {
    Severity severity = inquiry.severity(threat);
    return severity == Severity.NOTE ? Severity.WARNING : severity;
  }
}
