package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.model.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the one answer to a threat and says what it comes to. */
final class ThreatJudge {
  private final Inquiry inquiry;
  private final ControlJudge byControl;
  private final PlanJudge planned;
  private final AcceptanceJudge accepted;

  ThreatJudge(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.byControl = new ControlJudge(inquiry);
    this.planned = new PlanJudge(inquiry);
    this.accepted = new AcceptanceJudge(inquiry);
  }

  Judgement judge(Threat threat) {
    List<Resolution> given = given(threat);
    if (given.isEmpty()) {
      return unanswered(threat);
    }
    if (given.stream().map(ThreatJudge::content).distinct().count() > 1) {
      return conflicting(threat, given);
    }
    return switch (given.getFirst()) {
      case Resolution.ByControl answer -> byControl.judge(threat, answer);
      case Resolution.Planned answer -> planned.judge(threat, answer);
      case Resolution.Accepted answer -> accepted.judge(threat, answer);
      case Resolution.DesignedOut answer -> unchanged(threat, answer);
    };
  }

  private List<Resolution> given(Threat threat) {
    return threat.ids().stream()
        .flatMap(id -> Optional.ofNullable(inquiry.system().resolutions().get(id)).stream())
        .toList();
  }

  private Judgement unanswered(Threat threat) {
    Finding finding =
        new Finding(
            "open-threat",
            inquiry.severity(threat),
            threat.element().place(),
            Phrases.named(threat) + " has no answer: " + threat.family().title() + ".",
            "Answer it under resolutions: by control"
                + inParentheses(inquiry.catalogue().answersTo(threat.family()))
                + ", planned, accepted or designed-out.",
            Optional.of(threat.id()));
    return new Judgement(
        new Answer(Answer.State.OPEN, Optional.empty(), Optional.empty(), List.of()),
        List.of(finding));
  }

  private Judgement conflicting(Threat threat, List<Resolution> given) {
    List<String> places =
        given.stream()
            .map(answer -> answer.threat() + " (line " + answer.place().line() + ")")
            .toList();
    return Judgement.open(
        given.getFirst(),
        "It has different answers, and a threat has exactly one.",
        new Finding(
            "conflicting-answers",
            Severity.ERROR,
            given.getFirst().place(),
            Phrases.named(threat) + " has different answers under " + Phrases.and(places) + ".",
            "Keep the one that holds: these elements share one threat and so one answer.",
            Optional.of(threat.id())));
  }

  private Judgement unchanged(Threat threat, Resolution.DesignedOut answer) {
    String change = answer.reference().map(reference -> " (" + reference + ")").orElse("");
    String reasons = threat.because().isEmpty() ? "." : ": " + String.join(" ", threat.because());
    return Judgement.open(
        answer,
        "The design still has it.",
        new Finding(
            "not-designed-out",
            Severity.ERROR,
            answer.place(),
            Phrases.named(threat)
                + " is answered by a change of design"
                + change
                + ", but the design still has it"
                + reasons,
            "Describe the new design in the model; if the threat then still derives, answer it"
                + " by control, planned or accepted.",
            Optional.of(threat.id())));
  }

  /** What an answer says, whichever member of a group it stands under. */
  private static List<Object> content(Resolution resolution) {
    return switch (resolution) {
      case Resolution.ByControl r -> List.of("control", r.controls().stream().sorted().toList());
      case Resolution.Planned r -> List.of("planned", r.control(), r.owner(), r.by(), r.ticket());
      case Resolution.Accepted r -> List.of("accepted", r.by(), r.until(), r.reason(), r.record());
      case Resolution.DesignedOut r -> List.of("designed-out", r.change(), r.reference());
    };
  }

  private static String inParentheses(List<String> controls) {
    return controls.isEmpty() ? "" : " (" + Phrases.or(controls) + ")";
  }

  /** The names of the arguments that are missing, in the order given. */
  static List<String> missing(Stream<Argument> arguments) {
    return arguments.filter(Argument::isMissing).map(Argument::name).toList();
  }

  /** An argument that an answer needs. */
  record Argument(String name, Optional<?> value) {
    private boolean isMissing() {
      return value.filter(given -> !given.toString().isBlank()).isEmpty();
    }
  }
}
