package dev.countersign.assess.signoff;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.policy.Policy;
import dev.countersign.derive.Question;
import dev.countersign.model.SystemModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A system as it was judged: what there is to sign.
 *
 * @param system what was judged
 * @param threats by rank
 * @param questions as derived
 * @param controls every claimed control by id
 * @param catalogue the rules that it was judged by
 * @param policy what was asked of it
 * @param asOf the day of the judgement
 * @param artefacts the bytes behind it
 */
public record Basis(
    SystemModel system,
    List<AssessedThreat> threats,
    List<Question> questions,
    Map<String, ControlState> controls,
    Catalogue catalogue,
    Policy policy,
    LocalDate asOf,
    Artefacts artefacts) {
  public Basis {
    threats = List.copyOf(threats);
    questions = List.copyOf(questions);
  }

  /** What there is to sign in a checked system. */
  public static Basis of(Checked checked, Artefacts artefacts) {
    Assessment assessment = checked.assessment();
    return new Basis(
        assessment.system(),
        assessment.threats(),
        assessment.questions(),
        assessment.controls(),
        checked.catalogue(),
        checked.policy(),
        assessment.asOf(),
        artefacts);
  }
}
