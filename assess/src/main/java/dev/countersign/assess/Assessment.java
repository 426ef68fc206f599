package dev.countersign.assess;

import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.derive.Question;
import dev.countersign.model.SystemModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that is known about a system on one day: its threats, each with its answer; the
 * questions; the controls with their evidence; and what is wrong. Reports compute nothing that is
 * not here.
 *
 * @param system what was assessed
 * @param digest {@code sha256:…} of the system's meaning: changes with any fact, control or
 *     resolution, never with order, comments or descriptions
 * @param asOf the day of the verdict
 * @param threats by rank
 * @param questions as derived
 * @param controls by id: every control that the file claims
 * @param findings errors first, then by place
 * @param verdict pass or fail
 * @param losses what the threats may cost a year, where amounts are given
 * @param signOffs who signed it and what that is worth today
 */
public record Assessment(
    SystemModel system,
    String digest,
    LocalDate asOf,
    List<AssessedThreat> threats,
    List<Question> questions,
    Map<String, ControlState> controls,
    List<Finding> findings,
    Verdict verdict,
    Losses losses,
    SignOffs signOffs) {
  public Assessment {
    threats = List.copyOf(threats);
    questions = List.copyOf(questions);
    findings = List.copyOf(findings);
  }

  /** The same with more findings, none of which fails the gate. */
  public Assessment with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    more.stream().filter(finding -> finding.severity() != Finding.Severity.ERROR).forEach(all::add);
    all.sort(Assessor.ORDER);
    return new Assessment(
        system, digest, asOf, threats, questions, controls, all, verdict, losses, signOffs);
  }
}
