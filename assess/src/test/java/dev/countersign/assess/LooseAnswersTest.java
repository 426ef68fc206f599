package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers to threats that do not derive. */
class LooseAnswersTest {
  private static final String ACCEPTED =
      ": { accepted: { by: Board, until: 2027-06-30, reason: r, record: x } }";

  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void oneProvenAnswer() {
    sample =
        new Sample(folder)
            .threat("evasion@fraud-gbt", Severity.HIGH)
            .proven("input-gate@scoring-api");
  }

  @Test
  void toAFamilyThatDoesNotExist() {
    assertThat(findings("model-extractoin@fraud-gbt"))
        .isEqualTo(
            "error unknown-family:model-extractoin@fraud-gbt: model-extractoin@fraud-gbt is"
                + " answered, but there is no family model-extractoin. → Did you mean"
                + " model-extraction?");
  }

  @Test
  void toAnElementThatDoesNotExist() {
    assertThat(findings("model-extraction@fraud-gtb"))
        .isEqualTo(
            "error unknown-element:model-extraction@fraud-gtb: model-extraction@fraud-gtb is"
                + " answered, but fraud-gtb is no element. → Did you mean fraud-gbt?");
  }

  @Test
  void toAThreatThatDoesNotApply() {
    assertThat(findings("model-tampering@fraud-gbt"))
        .isEqualTo(
            "warning dead-answer:model-tampering@fraud-gbt: model-tampering@fraud-gbt is answered,"
                + " but it does not derive from the model. → Remove the answer; if the threat is"
                + " real, the model does not yet show why.");
  }

  @Test
  void toAThreatThatHasMovedToAnotherElement() {
    sample.threat("tool-misuse@refund", Severity.LOW);
    sample.resolutions(
        "evasion@fraud-gbt: { control: input-gate@scoring-api }\ntool-misuse@ledger" + ACCEPTED);
    assertThat(sample.findingIds())
        .containsExactly(
            "warning dead-answer:tool-misuse@ledger", "note open-threat:tool-misuse@refund");
  }

  @Test
  void toAnElementOfAnotherKind() {
    assertThat(findings("model-extraction@scoring-api"))
        .isEqualTo(
            "warning dead-answer:model-extraction@scoring-api: model-extraction@scoring-api is"
                + " answered, but model-extraction is about models and scoring-api is a component."
                + " → Remove the answer; if the threat is real, the model does not yet show why.");
  }

  @Test
  void toAThreatThatIsNotDecidedYet() {
    sample.question("exposes", "fraud-gbt", "model-extraction@fraud-gbt");
    assertThat(findings("model-extraction@fraud-gbt"))
        .isEqualTo(
            "warning undecided-threat:model-extraction@fraud-gbt: model-extraction@fraud-gbt is"
                + " answered, but whether it applies is not known yet. → First answer what decides"
                + " it: exposes@fraud-gbt.");
  }

  private String findings(String threat) {
    sample.resolutions(
        "evasion@fraud-gbt: { control: input-gate@scoring-api }\n" + threat + ACCEPTED);
    assertThat(sample.findings()).hasSize(1);
    return sample.findings().getFirst();
  }
}
