package dev.countersign.assess;

import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.evidence.Verifiers;
import dev.countersign.assess.loss.LossEstimate;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.signoff.ArtefactFiles;
import dev.countersign.assess.signoff.Basis;
import dev.countersign.assess.signoff.SignOffFindings;
import dev.countersign.assess.signoff.SignOffJudge;
import dev.countersign.assess.signoff.SignOffReader;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.assess.trust.Moment;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.derive.Derivation;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.SystemDigest;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges systems by one catalogue and one policy. The only things it reads are the files that
 * evidence names; everything else follows from its arguments.
 */
public final class Assessor {
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::place)
          .thenComparing(Finding::id);

  private final Catalogue catalogue;
  private final Policy policy;
  private final Verifiers verifiers;
  private final TrustContext trust;

  /** Judges by what is known and by a policy, trusting nobody's signature. */
  public Assessor(Knowledge knowledge, Policy policy) {
    this(knowledge, policy, TrustContext.NONE);
  }

  /** Judges by what is known, a policy and a trust policy, with every registered verifier. */
  public Assessor(Knowledge knowledge, Policy policy, TrustContext trust) {
    this(Catalogue.of(knowledge), policy, Verifiers.registered(), trust);
  }

  /** Judges by this catalogue, these policies and these verifiers only. */
  public Assessor(Catalogue catalogue, Policy policy, Verifiers verifiers, TrustContext trust) {
    this.catalogue = catalogue;
    this.policy = policy;
    this.verifiers = verifiers;
    this.trust = trust;
  }

  /**
   * Judges a system on a day.
   *
   * @param derivation what follows from the system
   * @param asOf the day of the verdict
   * @param folder the folder of the system's file; evidence lies below it or elsewhere in its
   *     repository
   */
  public Assessment assess(SystemModel system, Derivation derivation, LocalDate asOf, Path folder) {
    SortedMap<String, ControlState> controls =
        new ClaimedControls(catalogue, verifiers, trust).verify(system, folder, asOf, policy);
    Inquiry inquiry =
        new Inquiry(
            system,
            derivation,
            catalogue,
            policy,
            asOf,
            controls,
            Exemptions.threats(policy, system.info().id(), asOf),
            new Suggestions());
    return assess(inquiry, folder);
  }

  private Assessment assess(Inquiry inquiry, Path folder) {
    List<Finding> findings = new ArrayList<>();
    List<AssessedThreat> threats = judge(inquiry, findings);
    SignOffs signOffs = signOffs(inquiry, threats, folder);
    if (!SignOffEvidence.isOffered(inquiry.controls())) {
      return assessment(inquiry, threats, findings, signOffs);
    }
    SignOffEvidence evidence = new SignOffEvidence(inquiry.system(), signOffs);
    Inquiry settled = inquiry.with(evidence.settle(inquiry.controls()));
    List<Finding> found = new ArrayList<>();
    return assessment(settled, judge(settled, found), found, signOffs);
  }

  private SignOffs signOffs(Inquiry inquiry, List<AssessedThreat> threats, Path folder) {
    SystemModel system = inquiry.system();
    return SignOffJudge.of(
        new Basis(
            system,
            threats,
            inquiry.derivation().questions(),
            inquiry.controls(),
            catalogue,
            policy,
            inquiry.asOf(),
            new ArtefactFiles(system, folder)),
        SignOffReader.read(system, folder, trust, Moment.on(inquiry.asOf())));
  }

  private Assessment assessment(
      Inquiry inquiry, List<AssessedThreat> threats, List<Finding> findings, SignOffs signOffs) {
    findings.addAll(new ControlChecks(inquiry).findings());
    findings.addAll(new ProofChecks(inquiry, threats).findings());
    findings.addAll(new DistanceChecks(inquiry, threats).findings());
    findings.addAll(new LooseAnswers(inquiry).findings());
    findings.addAll(new SystemChecks(inquiry).findings());
    findings.addAll(new PolicyChecks(inquiry).findings());
    findings.addAll(SignOffFindings.of(inquiry.system(), signOffs, trust));
    List<Finding> all = sorted(new Exemptions(inquiry, threats).apply(findings));
    return new Assessment(
        inquiry.system(),
        SystemDigest.of(inquiry.system()),
        inquiry.asOf(),
        threats,
        inquiry.derivation().questions(),
        inquiry.controls(),
        all,
        verdict(all),
        LossEstimate.of(inquiry.system(), inquiry.catalogue(), threats),
        signOffs);
  }

  private static List<AssessedThreat> judge(Inquiry inquiry, List<Finding> findings) {
    ThreatJudge judge = new ThreatJudge(inquiry);
    List<AssessedThreat> threats = new ArrayList<>();
    for (Threat threat : inquiry.derivation().threats()) {
      Judgement judgement = judge.judge(threat);
      threats.add(new AssessedThreat(threat, judgement.answer()));
      findings.addAll(judgement.findings());
    }
    return threats;
  }

  /** Each id once: where two rules of a policy ask for the same, the graver finding stands. */
  private static List<Finding> sorted(List<Finding> findings) {
    Map<String, Finding> byId = new TreeMap<>();
    findings.stream().sorted(ORDER).forEach(finding -> byId.putIfAbsent(finding.id(), finding));
    return byId.values().stream().sorted(ORDER).toList();
  }

  private static Verdict verdict(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
        ? Verdict.FAIL
        : Verdict.PASS;
  }
}
