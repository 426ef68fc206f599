package dev.countersign.cli.revision;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.Finding;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.loss.ThreatLoss;
import dev.countersign.assess.policy.Policy;
import dev.countersign.derive.Question;
import dev.countersign.derive.Threat;
import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.Place;
import dev.countersign.model.Problem;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Results that name their files otherwise: those of a mirror as the files of the revision, {@code
 * main:services/fraud/countersign.yaml}; those of a report by the way from the repository.
 */
public final class Relocated {
  private final UnaryOperator<String> names;

  /**
   * Relocates.
   *
   * @param names replaces a path wherever it stands in a text
   */
  public Relocated(UnaryOperator<String> names) {
    this.names = names;
  }

  /** The result with its files named otherwise. */
  public Checked of(Checked checked) {
    return new Checked(
        of(checked.assessment()), checked.catalogue(), of(checked.policy()), checked.rules());
  }

  Problem of(Problem problem) {
    return new Problem(
        problem.id(),
        of(problem.place()),
        problem.length(),
        names.apply(problem.message()),
        problem.expected().map(names),
        names.apply(problem.next()),
        problem.source());
  }

  private Policy of(Policy policy) {
    return new Policy(
        policy.file().map(names),
        policy.gate(),
        policy.planned(),
        policy.acceptance(),
        policy.evidence(),
        policy.requiredControls(),
        policy.exemptions(),
        policy.packs(),
        policy.maxOpenQuestions(),
        policy.signing(),
        policy.artefacts(),
        policy.guards());
  }

  private Assessment of(Assessment assessment) {
    return new Assessment(
        of(assessment.system()),
        assessment.digest(),
        assessment.asOf(),
        assessment.threats().stream().map(this::of).toList(),
        assessment.questions().stream().map(this::of).toList(),
        each(assessment.controls(), this::of),
        assessment.findings().stream().map(this::of).toList(),
        assessment.verdict(),
        of(assessment.losses()),
        assessment.signOffs());
  }

  private Losses of(Losses losses) {
    return new Losses(
        each(losses.threats(), this::of),
        losses.system(),
        losses.accepted(),
        losses.savings(),
        losses.missing(),
        losses.unpriced(),
        losses.years(),
        losses.seed());
  }

  private ThreatLoss of(ThreatLoss loss) {
    return new ThreatLoss(
        loss.threat(), loss.decision(), loss.range(), loss.inputs().stream().map(names).toList());
  }

  /** The system with its files named otherwise. */
  public SystemModel of(SystemModel system) {
    return new SystemModel(
        names.apply(system.file()),
        of(system.info()),
        each(system.elements(), this::of),
        each(system.controls(), this::of),
        each(system.resolutions(), this::of),
        each(system.assumptions(), this::of),
        system.sources().stream().map(names).toList());
  }

  private static <T> Map<String, T> each(Map<String, T> map, UnaryOperator<T> relocate) {
    Map<String, T> relocated = new TreeMap<>();
    map.forEach((id, item) -> relocated.put(id, relocate.apply(item)));
    return relocated;
  }

  private Place of(Place place) {
    return new Place(names.apply(place.file()), place.line(), place.column());
  }

  private SystemInfo of(SystemInfo info) {
    return new SystemInfo(
        info.id(),
        of(info.place()),
        info.purpose(),
        info.mlLead(),
        info.securityLead(),
        info.nextCheckpoint());
  }

  private Element of(Element element) {
    return new Element(
        element.kind(),
        element.id(),
        of(element.place()),
        each(element.facts(), fact -> new Fact(fact.value(), of(fact.place()))));
  }

  private ControlClaim of(ControlClaim claim) {
    return new ControlClaim(
        claim.control(),
        claim.element(),
        of(claim.place()),
        each(
            claim.evidence(),
            evidence ->
                new ControlClaim.Evidence(
                    evidence.kind(),
                    of(evidence.place()),
                    each(
                        evidence.arguments(),
                        argument ->
                            new ControlClaim.Argument(argument.text(), of(argument.place()))))));
  }

  private Resolution of(Resolution resolution) {
    return switch (resolution) {
      case Resolution.ByControl r ->
          new Resolution.ByControl(r.threat(), of(r.place()), r.controls());
      case Resolution.Planned r ->
          new Resolution.Planned(
              r.threat(), of(r.place()), r.control(), r.owner(), r.by(), r.ticket());
      case Resolution.Accepted r ->
          new Resolution.Accepted(
              r.threat(), of(r.place()), r.by(), r.until(), r.reason(), r.record());
      case Resolution.DesignedOut r ->
          new Resolution.DesignedOut(r.threat(), of(r.place()), r.change(), r.reference());
    };
  }

  private Assumption of(Assumption assumption) {
    return new Assumption(
        assumption.id(),
        of(assumption.place()),
        assumption.states(),
        assumption.owner(),
        assumption.until(),
        assumption.about());
  }

  private Question of(Question question) {
    return new Question(
        question.fact(),
        question.text(),
        question.answers(),
        of(question.place()),
        question.decides());
  }

  private Finding of(Finding finding) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        of(finding.place()),
        names.apply(finding.message()),
        names.apply(finding.next()),
        finding.subject());
  }

  private ControlState of(ControlState control) {
    return new ControlState(of(control.claim()), control.results().stream().map(this::of).toList());
  }

  private EvidenceResult of(EvidenceResult result) {
    String detail = names.apply(result.detail());
    return switch (result) {
      case EvidenceResult.Verified r ->
          new EvidenceResult.Verified(
              r.kind(), detail, r.digests(), r.by(), r.notes().stream().map(this::of).toList());
      case EvidenceResult.Refuted r ->
          new EvidenceResult.Refuted(
              r.kind(), detail, names.apply(r.next()), r.notes().stream().map(this::of).toList());
      case EvidenceResult.Unchecked r ->
          new EvidenceResult.Unchecked(r.kind(), detail, names.apply(r.next()));
    };
  }

  private EvidenceResult.Note of(EvidenceResult.Note note) {
    return new EvidenceResult.Note(
        note.rule(),
        names.apply(note.message()),
        names.apply(note.next()),
        note.subject(),
        note.fails());
  }

  private AssessedThreat of(AssessedThreat assessed) {
    Answer answer = assessed.answer();
    return new AssessedThreat(
        of(assessed.threat()),
        new Answer(
            answer.state(),
            answer.resolution().map(this::of),
            answer.why().map(names),
            answer.controls().stream().map(this::of).toList()));
  }

  private Threat of(Threat threat) {
    return new Threat(
        threat.family(),
        of(threat.element()),
        threat.members(),
        threat.techniques(),
        threat.because(),
        threat.path(),
        threat.facts(),
        threat.decisions(),
        threat.rank(),
        threat.precedents());
  }
}
