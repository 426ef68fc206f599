package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer.State;
import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code control}: counts when every control named is claimed, fits and is proven now. */
class ControlledTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aHighThreatAnsweredByAGate() {
    sample =
        new Sample(folder)
            .threat("evasion@fraud-gbt", Severity.HIGH)
            .resolutions("evasion@fraud-gbt: { control: input-gate@scoring-api }");
  }

  @Test
  void isControlledByAProvenControl() {
    sample.proven("input-gate@scoring-api");
    Answer answer = sample.answer();
    assertThat(answer.state()).isEqualTo(State.CONTROLLED);
    assertThat(answer.why()).isEmpty();
    assertThat(answer.controls()).allMatch(ControlState::proven).hasSize(1);
    assertThat(sample.findings()).isEmpty();
    assertThat(sample.assess().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void isUnprovenWhereTheControlIsNotListed() {
    sample.proven("input-gate@fraud-gbt");
    assertThat(sample.answer().state()).isEqualTo(State.UNPROVEN);
    assertThat(sample.answer().why())
        .contains("input-gate@scoring-api is not listed under controls.");
    assertThat(sample.findings())
        .contains(
            "error unclaimed-control:evasion@fraud-gbt: The answer to evasion@fraud-gbt (high)"
                + " names input-gate@scoring-api, which is not listed under controls. → List"
                + " input-gate@scoring-api under controls with its evidence.");
  }

  @Test
  void suggestsTheControlThatWasMeant() {
    sample
        .proven("input-gate@scoring-api")
        .resolutions("evasion@fraud-gbt: { control: input-gate@scoring-apy }");
    assertThat(sample.findings())
        .containsExactly(
            "error unclaimed-control:evasion@fraud-gbt: The answer to evasion@fraud-gbt (high)"
                + " names input-gate@scoring-apy, which is not listed under controls. → Did you"
                + " mean input-gate@scoring-api?");
  }

  @Test
  void isUnprovenWhereTheControlDoesNotStopTheFamily() {
    sample
        .proven("rate-limiting@scoring-api")
        .resolutions("evasion@fraud-gbt: { control: rate-limiting@scoring-api }");
    assertThat(sample.answer().state()).isEqualTo(State.UNPROVEN);
    assertThat(sample.answer().why()).contains("rate-limiting does not stop evasion.");
    assertThat(sample.findings())
        .containsExactly(
            "error wrong-control:evasion@fraud-gbt: The answer to evasion@fraud-gbt (high) names"
                + " rate-limiting, which does not stop evasion. → Name a control that stops it:"
                + " input-gate.");
  }

  @Test
  void isUnprovenAsLongAsOneOfItsControlsIs() {
    sample
        .threat("model-extraction@fraud-gbt", Severity.HIGH)
        .proven("rate-limiting@scoring-api")
        .proven("inference-monitoring@scoring-api", "2026-11-21")
        .resolutions(
            """
            evasion@fraud-gbt: { designed-out: { change: x } }
            model-extraction@fraud-gbt:
              control: [rate-limiting@scoring-api, inference-monitoring@scoring-api]
            """);
    Answer answer = sample.assess().threats().getLast().answer();
    assertThat(answer.state()).isEqualTo(State.UNPROVEN);
    assertThat(answer.why()).isPresent();
    assertThat(answer.controls()).extracting(ControlState::proven).containsExactly(true, false);
  }

  @Test
  void warnsWhereTheThreatNeverComesBy() {
    sample
        .proven("input-gate@newsletter")
        .resolutions("evasion@fraud-gbt: { control: input-gate@newsletter }");
    assertThat(sample.findings())
        .containsExactly(
            "warning distant-control:evasion@fraud-gbt: The answer to evasion@fraud-gbt (high)"
                + " names input-gate@newsletter, which stands away from its path (cardholder,"
                + " scoring-api, fraud-gbt). → Place the control where the path passes, or describe"
                + " the flow that joins them.");
  }

  @Test
  void isUnprovenWithoutEvidence() {
    sample.controls("input-gate@scoring-api: {}");
    assertThat(sample.answer().why())
        .contains("input-gate@scoring-api is not proven. No evidence is offered for it.");
    assertThat(sample.findings())
        .containsExactly(
            "error unproven-control:input-gate@scoring-api: input-gate@scoring-api is not proven,"
                + " so it does not answer evasion@fraud-gbt (high) yet. No evidence is offered for"
                + " it. → Offer evidence under input-gate@scoring-api: input-gate or document.");
  }

  @Test
  void isUnprovenWhereTheEvidenceDoesNotVerify() {
    sample.controls(
        "input-gate@scoring-api: { input-gate: { file: profile.json, heartbeat: beat.json } }");
    assertThat(sample.answer().why())
        .get()
        .asString()
        .contains("input-gate@scoring-api is not proven. Nobody is trusted to sign ");
  }

  @Test
  void isUnprovenByEvidenceThatProvesSomethingElse() {
    sample.controls("input-gate@scoring-api: { model-signature: models/fraud.onnx.sig }");
    assertThat(sample.answer().why())
        .contains(
            "input-gate@scoring-api is not proven. Evidence of kind model-signature cannot prove"
                + " input-gate.");
  }

  @Test
  void isUnprovenByAKindOfEvidenceThatDoesNotExist() {
    sample.controls("input-gate@scoring-api: { documents: evidence/review.md }");
    assertThat(sample.findings())
        .containsExactly(
            "error unproven-control:input-gate@scoring-api: input-gate@scoring-api is not proven,"
                + " so it does not answer evasion@fraud-gbt (high) yet. documents is no kind of"
                + " evidence. → Did you mean document?");
  }

  @Test
  void asksForTheSameProofOnceHoweverManyThreatsWaitForIt() {
    sample =
        new Sample(folder)
            .threat("tool-misuse@refund", Severity.HIGH)
            .threat("data-poisoning@transactions", Severity.LOW)
            .controls("audit-log@scoring-api: {}")
            .resolutions(
                """
                tool-misuse@refund: { control: audit-log@scoring-api }
                data-poisoning@transactions: { control: audit-log@scoring-api }
                """);
    assertThat(sample.findings())
        .containsExactly(
            "error unproven-control:audit-log@scoring-api: audit-log@scoring-api is not proven, so"
                + " it does not answer tool-misuse@refund (high) and data-poisoning@transactions"
                + " (low) yet. No evidence is offered for it. → Offer evidence under"
                + " audit-log@scoring-api: document.");
  }

  @Test
  void onlyWarnsOfALackOfProofBelowTheGate() {
    sample =
        new Sample(folder)
            .threat("evasion@fraud-gbt", Severity.MEDIUM)
            .controls("input-gate@scoring-api: {}")
            .resolutions("evasion@fraud-gbt: { control: input-gate@scoring-api }");
    assertThat(sample.findingIds())
        .containsExactly("warning unproven-control:input-gate@scoring-api");
    assertThat(sample.assess().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void isOpenWhereItNamesNoControl() {
    sample.resolutions("evasion@fraud-gbt: { control: [] }");
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.findings())
        .containsExactly(
            "error incomplete-answer:evasion@fraud-gbt: The answer to evasion@fraud-gbt (high)"
                + " names no control. → Name controls that are listed under controls, such as"
                + " input-gate.");
  }
}
