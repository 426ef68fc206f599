package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controls under {@code controls} that are misspelt, misplaced or of no use. */
class ClaimedControlsTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void nothingIsWrong() {
    sample = new Sample(folder);
  }

  @Test
  void areInTheCatalogue() {
    sample.controls("input-gaet@scoring-api: {}");
    assertThat(sample.findings())
        .containsExactly(
            "error unknown-control:input-gaet@scoring-api: input-gaet is not in the control"
                + " catalogue, so it cannot answer a threat. → Did you mean input-gate?");
  }

  @Test
  void standWhereTheyCanStand() {
    sample.controls("model-signing@scoring-api: {}");
    assertThat(sample.findings())
        .containsExactly(
            "error misplaced-control:model-signing@scoring-api: model-signing cannot be placed on"
                + " scoring-api, which is a component. → Place it on a model or store.");
  }

  @Test
  void coverSomething() {
    sample.controls("input-gate@scoring-api: {}");
    assertThat(sample.findings())
        .containsExactly(
            "warning idle-control:input-gate@scoring-api: input-gate@scoring-api covers nothing: no"
                + " answer names it, and no threat at scoring-api is one that it stops. → Name it"
                + " in the answer to a threat, place it where the threat passes, or remove it.");
  }

  @Test
  void areNotIdleOnThePathOfAThreatThatTheyStop() {
    sample.threat("evasion@fraud-gbt", Severity.LOW).controls("input-gate@scoring-api: {}");
    assertThat(sample.findingIds()).containsExactly("note open-threat:evasion@fraud-gbt");
  }

  @Test
  void areNotIdleWhereAnAnswerNamesThem() {
    sample
        .threat("evasion@fraud-gbt", Severity.LOW)
        .proven("input-gate@scoring-api")
        .resolutions("evasion@fraud-gbt: { control: input-gate@scoring-api }");
    assertThat(sample.findingIds()).isEmpty();
  }

  @Test
  void areNotIdleAgainstAThreatThatAQuestionMayConfirm() {
    sample
        .question("stored", "fraud-gbt", "model-tampering@fraud-gbt")
        .controls("model-signing@fraud-gbt: {}");
    assertThat(sample.findingIds()).isEmpty();
  }

  @Test
  void haveTheirEvidenceBesideTheFileThatListsThem() {
    sample
        .file("shared/review.md", "Reviewed.\n")
        .include(
            "shared/controls.yaml",
            "controls:\n"
                + Sample.document(
                        "input-gate@scoring-api",
                        "review.md",
                        Sample.sha256("Reviewed.\n"),
                        "2027-06-30")
                    .indent(2))
        .threat("evasion@fraud-gbt", Severity.HIGH)
        .resolutions("evasion@fraud-gbt: { control: input-gate@scoring-api }");
    assertThat(sample.findings()).isEmpty();
    assertThat(sample.answer().state()).isEqualTo(Answer.State.CONTROLLED);
  }

  @Test
  void areReportedWithRefutedEvidenceEvenIfNoAnswerNeedsThem() {
    sample.threat("evasion@fraud-gbt", Severity.LOW).proven("input-gate@scoring-api", "2026-11-21");
    assertThat(sample.findings())
        .contains(
            "warning unproven-control:input-gate@scoring-api: input-gate@scoring-api is not proven."
                + " The review of evidence/review.md expired on 2026-11-21. → Have it reviewed"
                + " again, then set expires, and sha256 to what this prints: sha256sum"
                + " evidence/review.md");
  }
}
