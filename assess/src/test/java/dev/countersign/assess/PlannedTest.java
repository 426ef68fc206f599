package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer.State;
import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code planned}: a control is coming, with an owner, a day and a ticket. */
class PlannedTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aCriticalThreatWithAPlan() {
    sample =
        new Sample(folder)
            .threat("evasion@fraud-gbt", Severity.CRITICAL)
            .resolutions(plan("input-gate@scoring-api", "2027-01-15"));
  }

  @Test
  void holdsUntilItsDay() {
    assertThat(sample.asOf("2027-01-15").answer().state()).isEqualTo(State.PLANNED);
    assertThat(sample.findings()).isEmpty();
  }

  @Test
  void isOpenFromTheDayAfter() {
    Answer answer = sample.asOf("2027-01-16").answer();
    assertThat(answer.state()).isEqualTo(State.OPEN);
    assertThat(answer.why()).contains("The plan was due on 2027-01-15.");
    assertThat(sample.findings())
        .containsExactly(
            "error overdue-plan:evasion@fraud-gbt: evasion@fraud-gbt (critical) is open again:"
                + " input-gate@scoring-api was due on 2027-01-15 (platform, RISK-204). → If the"
                + " control is in place, list it under controls with its evidence and answer by"
                + " control; otherwise agree on a new day.");
  }

  @Test
  void needsControlOwnerDayAndTicket() {
    sample.resolutions("evasion@fraud-gbt: { planned: { control: input-gate@scoring-api } }");
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.findings())
        .containsExactly(
            "error incomplete-answer:evasion@fraud-gbt: The plan for evasion@fraud-gbt (critical)"
                + " lacks owner, by and ticket. → Add it: a plan says which control"
                + " (control@element), its owner, by which day and under which ticket.");
  }

  @Test
  void namesAControlThatStopsTheFamily() {
    sample.resolutions(plan("rate-limiting@scoring-api", "2027-01-15"));
    assertThat(sample.answer().why()).contains("rate-limiting does not stop evasion.");
    assertThat(sample.findings())
        .containsExactly(
            "error wrong-control:evasion@fraud-gbt: The answer to evasion@fraud-gbt (critical)"
                + " names rate-limiting, which does not stop evasion. → Name a control that stops"
                + " it: input-gate.");
  }

  @Test
  void namesAControlOfTheCatalogue() {
    sample.resolutions(plan("input-gates@scoring-api", "2027-01-15"));
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.findings())
        .containsExactly(
            "error unknown-control:evasion@fraud-gbt: The plan for evasion@fraud-gbt (critical)"
                + " names input-gates, which is not in the control catalogue. → Did you mean"
                + " input-gate?");
  }

  @Test
  void saysWhereTheControlGoes() {
    sample.resolutions(plan("input-gate@scoring-apy", "2027-01-15"));
    assertThat(sample.findings())
        .containsExactly(
            "error unknown-element:evasion@fraud-gbt: The plan for evasion@fraud-gbt (critical)"
                + " does not say where input-gate goes: scoring-apy is no element. → Did you mean"
                + " scoring-api?");
  }

  @Test
  void runsNoLongerThanThePolicyAllows() {
    sample.policy("planned: { longest: 30d }");
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.findings())
        .containsExactly(
            "error plan-not-allowed:evasion@fraud-gbt: The plan for evasion@fraud-gbt (critical) is"
                + " due on 2027-01-15; the policy lets a plan run for 30 days at most. → Set by to"
                + " 2026-12-22 or earlier, or have the risk accepted until the control is there.");
  }

  @Test
  void isNotEnoughFromTheRankThatThePolicyNames() {
    sample.policy("planned: { fail-on: critical }");
    assertThat(sample.answer().state()).isEqualTo(State.PLANNED);
    assertThat(sample.assess().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(sample.findings())
        .containsExactly(
            "error plan-not-enough:evasion@fraud-gbt: evasion@fraud-gbt (critical) is only planned;"
                + " from critical upwards the policy asks for more than a plan. → Put"
                + " input-gate@scoring-api in place, or have the risk accepted until 2027-01-15.");
  }

  private static String plan(String control, String by) {
    return """
    evasion@fraud-gbt:
      planned: { control: %s, owner: platform, by: %s, ticket: RISK-204 }
    """
        .formatted(control, by);
  }
}
