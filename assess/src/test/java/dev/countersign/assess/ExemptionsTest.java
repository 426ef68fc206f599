package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exemptions make findings notes, until a day, in sight of everybody. */
class ExemptionsTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aSystemWithAnOpenThreat() {
    sample = new Sample(folder).threat("evasion@fraud-gbt", Severity.HIGH);
  }

  @Test
  void freeOneFinding() {
    sample.policy(exemption("finding: open-threat:evasion@fraud-gbt"));
    assertThat(sample.assess().verdict()).isEqualTo(Verdict.PASS);
    assertThat(sample.findings())
        .containsExactly(
            "note open-threat:evasion@fraud-gbt: evasion@fraud-gbt (high) has no answer: Evasion by"
                + " crafted input. Exempt until 2026-12-31 by CISO: The pilot has ten users. →"
                + " Answer it under resolutions: by control (input-gate), planned, accepted or"
                + " designed-out.");
  }

  @Test
  void freeAThreatWhateverIsWrongWithItsAnswer() {
    sample
        .policy(exemption("threat: evasion@fraud-gbt"))
        .resolutions("evasion@fraud-gbt: { planned: { control: input-gate@scoring-api } }");
    assertThat(sample.findingIds()).containsExactly("note incomplete-answer:evasion@fraud-gbt");
  }

  @Test
  void freeAThreatWhoseControlIsNotProven() {
    sample
        .policy(exemption("threat: evasion@fraud-gbt"))
        .controls("input-gate@scoring-api: {}")
        .resolutions("evasion@fraud-gbt: { control: input-gate@scoring-api }");
    assertThat(sample.findingIds()).containsExactly("note unproven-control:input-gate@scoring-api");
  }

  @Test
  void freeAPlacedControl() {
    sample
        .policy(exemption("control: input-gate@scoring-api"))
        .controls("input-gate@scoring-api: {}")
        .resolutions("evasion@fraud-gbt: { control: input-gate@scoring-api }");
    assertThat(sample.findingIds()).containsExactly("note unproven-control:input-gate@scoring-api");
  }

  @Test
  void endAfterTheirLastDay() {
    sample.policy(exemption("threat: evasion@fraud-gbt"));
    assertThat(sample.asOf("2026-12-31").assess().verdict()).isEqualTo(Verdict.PASS);
    assertThat(sample.asOf("2027-01-01").assess().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(sample.findings())
        .contains(
            "warning expired-exemption:threat evasion@fraud-gbt: The exemption of the threat"
                + " evasion@fraud-gbt by CISO ended on 2026-12-31. → Mend what it was for and"
                + " remove it, or have it decided again.");
  }

  @Test
  void matchSomething() {
    sample.policy(exemption("threat: model-extraction@fraud-gbt"));
    assertThat(sample.findings())
        .contains(
            "warning dead-exemption:threat model-extraction@fraud-gbt: The exemption of the threat"
                + " model-extraction@fraud-gbt matches nothing in card-fraud. → Remove it: what it"
                + " was for is mended or has another name.");
  }

  @Test
  void areForOneSystem() {
    sample.policy(
        exemption("threat: evasion@fraud-gbt").replace("system: card-fraud", "system: other"));
    assertThat(sample.findingIds()).containsExactly("error open-threat:evasion@fraud-gbt");
  }

  private static String exemption(String what) {
    return """
    exemptions:
      - system: card-fraud
        %s
        reason: The pilot has ten users.
        by: CISO
        until: 2026-12-31
    """
        .formatted(what);
  }
}
