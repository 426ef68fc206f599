package dev.countersign.assess;

import dev.countersign.assess.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One system with its assessment and what is needed to explain it. */
public final class Checked {
  private final Assessment assessment;
  private final Catalogue catalogue;
  private final Policy policy;
  private final String rules;
  private final Map<String, AssessedThreat> threats = new HashMap<>();
  private final Map<String, List<Finding>> findings;

  /**
   * A checked system.
   *
   * @param assessment what is known about the system
   * @param catalogue the families and controls that it was judged by
   * @param policy what was asked of it
   * @param rules names the version of all the rules that it was judged by
   */
  public Checked(Assessment assessment, Catalogue catalogue, Policy policy, String rules) {
    this.assessment = assessment;
    this.catalogue = catalogue;
    this.policy = policy;
    this.rules = rules;
    assessment.threats().forEach(t -> t.threat().ids().forEach(id -> threats.put(id, t)));
    this.findings =
        assessment.findings().stream()
            .filter(finding -> finding.subject().isPresent())
            .collect(Collectors.groupingBy(finding -> finding.subject().orElseThrow()));
  }

  /** The verdict on several systems: the worst. */
  public static Verdict worst(List<Checked> systems) {
    return systems.stream().anyMatch(Checked::fails) ? Verdict.FAIL : Verdict.PASS;
  }

  /** What is known about the system. */
  public Assessment assessment() {
    return assessment;
  }

  /** The families and controls that it was judged by. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What was asked of it. */
  public Policy policy() {
    return policy;
  }

  /** Names the version of all the rules that it was judged by. */
  public String rules() {
    return rules;
  }

  /** The id of the system. */
  public String id() {
    return assessment.system().info().id();
  }

  /** Whether the gate says no. */
  public boolean fails() {
    return assessment.verdict() == Verdict.FAIL;
  }

  /** How many threats stand so. */
  public long count(Answer.State state) {
    return assessment.threats().stream().filter(t -> t.answer().state() == state).count();
  }

  /** How many findings are of that severity. */
  public long count(Finding.Severity severity) {
    return assessment.findings().stream().filter(f -> f.severity() == severity).count();
  }

  /** The threat of that id, or the one that has it as a member. */
  public Optional<AssessedThreat> threat(String id) {
    return Optional.ofNullable(threats.get(id));
  }

  /** The threat that a finding is about, if it is about one that derives. */
  public Optional<AssessedThreat> threatOf(Finding finding) {
    return finding.subject().flatMap(this::threat);
  }

  /** The errors about a threat: why it fails the gate. */
  public List<Finding> errorsOf(AssessedThreat threat) {
    return findingsOf(threat, Finding.Severity.ERROR);
  }

  /** The findings of that severity about a threat. */
  public List<Finding> findingsOf(AssessedThreat threat, Finding.Severity severity) {
    return threat.threat().ids().stream()
        .flatMap(id -> findings.getOrDefault(id, List.of()).stream())
        .filter(finding -> finding.severity() == severity)
        .toList();
  }
}
