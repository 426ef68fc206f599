package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer.State;
import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code designed-out}: believed only because the threat no longer derives. */
class DesignedOutTest {
  private static final String ANSWER =
      "evasion@fraud-gbt: { designed-out: { change: Scores stay inside., reference: PR-118 } }";

  @TempDir Path folder;

  @Test
  void isBelievedWhileTheThreatDoesNotDerive() {
    Sample sample = new Sample(folder).resolutions(ANSWER);
    assertThat(sample.findings()).isEmpty();
    assertThat(sample.assess().threats()).isEmpty();
  }

  @Test
  void isNotBelievedWhileTheThreatDerives() {
    Sample sample =
        new Sample(folder).threat("evasion@fraud-gbt", Severity.LOW).resolutions(ANSWER);
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.answer().why()).contains("The design still has it.");
    assertThat(sample.findings())
        .containsExactly(
            "error not-designed-out:evasion@fraud-gbt: evasion@fraud-gbt (low) is answered by a"
                + " change of design (PR-118), but the design still has it: cardholder can reach"
                + " fraud-gbt. → Describe the new design in the model; if the threat then still"
                + " derives, answer it by control, planned or accepted.");
  }

  @Test
  void mayBeAboutAnElementThatIsGone() {
    Sample sample =
        new Sample(folder)
            .resolutions("tool-misuse@wire-transfer: { designed-out: { change: Removed. } }");
    assertThat(sample.findings()).isEmpty();
  }

  @Test
  void isNotBelievedWhileAQuestionMayStillConfirmTheThreat() {
    Sample sample =
        new Sample(folder)
            .question("exposes", "fraud-gbt", "evasion@fraud-gbt")
            .resolutions(ANSWER);
    assertThat(sample.findings())
        .containsExactly(
            "warning undecided-threat:evasion@fraud-gbt: evasion@fraud-gbt is answered, but whether"
                + " it applies is not known yet. → First answer what decides it:"
                + " exposes@fraud-gbt.");
  }

  @Test
  void saysWhatChanged() {
    Sample sample = new Sample(folder).resolutions("evasion@fraud-gbt: { designed-out: {} }");
    assertThat(sample.findings())
        .containsExactly(
            "warning incomplete-answer:evasion@fraud-gbt: evasion@fraud-gbt is answered as"
                + " designed-out without saying what changed. → Add change: one sentence, and"
                + " reference: where the change can be seen.");
  }
}
