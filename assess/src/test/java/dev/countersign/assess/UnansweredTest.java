package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.policy.Gate;
import dev.countersign.assess.policy.Policy;
import dev.countersign.derive.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A threat without an answer is open, and the gate decides how much that matters. */
class UnansweredTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aThreatOfEachRank() {
    sample =
        new Sample(folder)
            .threat("evasion@fraud-gbt", Severity.CRITICAL)
            .threat("model-extraction@fraud-gbt", Severity.HIGH)
            .threat("data-poisoning@transactions", Severity.MEDIUM)
            .threat("tool-misuse@refund", Severity.LOW);
  }

  @Test
  void isOpen() {
    assertThat(sample.answer())
        .isEqualTo(new Answer(State.OPEN, Optional.empty(), Optional.empty(), List.of()));
    assertThat(sample.findings())
        .contains(
            "error open-threat:model-extraction@fraud-gbt: model-extraction@fraud-gbt (high) has no"
                + " answer: Model extraction. → Answer it under resolutions: by control"
                + " (inference-monitoring or rate-limiting), planned, accepted or designed-out.");
  }

  @Test
  void failsFromHighUpwardsWhereNothingElseIsSaid() {
    assertThat(sample.findingIds())
        .containsExactly(
            "error open-threat:evasion@fraud-gbt",
            "error open-threat:model-extraction@fraud-gbt",
            "warning open-threat:data-poisoning@transactions",
            "note open-threat:tool-misuse@refund");
    assertThat(sample.assess().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void failsFromTheRankThatThePolicySays() {
    sample.policy("gate: { fail-on: critical }");
    assertThat(sample.findingIds())
        .containsExactly(
            "error open-threat:evasion@fraud-gbt",
            "warning open-threat:data-poisoning@transactions",
            "warning open-threat:model-extraction@fraud-gbt",
            "note open-threat:tool-misuse@refund");
  }

  @Test
  void neverFailsWhereTheCommandLineSaysSo() {
    sample.policy(Policy.DEFAULT.withFailOn(Gate.parse("never").orElseThrow()));
    assertThat(sample.assess().verdict()).isEqualTo(Verdict.PASS);
    assertThat(sample.assess().threats()).allMatch(t -> t.answer().state() == State.OPEN);
  }
}
