package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer.State;
import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code accepted}: a body lives with the risk until a day. */
class AcceptedTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aHighThreatThatACommitteeAccepted() {
    sample =
        new Sample(folder)
            .threat("evasion@fraud-gbt", Severity.HIGH)
            .resolutions(
                """
                evasion@fraud-gbt:
                  accepted:
                    by: Model Risk Committee
                    until: 2027-06-30
                    reason: A person looks at every decline.
                    record: MRC-2026-14
                """);
  }

  @Test
  void holdsUntilItsLastDay() {
    assertThat(sample.asOf("2027-01-30").answer().state()).isEqualTo(State.ACCEPTED);
    assertThat(sample.findings()).isEmpty();
    assertThat(sample.assess().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void isOpenFromTheDayAfter() {
    sample.system(
        """
        id: card-fraud
        purpose: Declines payments.
        ml-lead: a@bank.example
        security-lead: b@bank.example
        next-checkpoint: 2030-01-01
        """);
    assertThat(sample.asOf("2027-06-30").answer().state()).isEqualTo(State.ACCEPTED);
    Answer answer = sample.asOf("2027-07-01").answer();
    assertThat(answer.state()).isEqualTo(State.OPEN);
    assertThat(answer.why()).contains("The acceptance ended on 2027-06-30.");
    assertThat(sample.findings())
        .containsExactly(
            "error expired-acceptance:evasion@fraud-gbt: evasion@fraud-gbt (high) is open again:"
                + " its acceptance by Model Risk Committee ended on 2027-06-30 (MRC-2026-14)."
                + " → Ask Model Risk Committee again and enter the new day and record, or answer"
                + " it by control.");
  }

  @Test
  void lacksNothing() {
    sample.resolutions("evasion@fraud-gbt: { accepted: { by: Somebody } }");
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.findings())
        .containsExactly(
            "error incomplete-answer:evasion@fraud-gbt: The acceptance of evasion@fraud-gbt (high)"
                + " lacks until, reason and record. → Add it: an acceptance says by whom, until"
                + " which day, for what reason and where that is recorded.");
  }

  @Test
  void runsNoLongerThanThePolicyAllows() {
    sample.policy("acceptance: { longest: 6m }");
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.findings())
        .containsExactly(
            "error acceptance-not-allowed:evasion@fraud-gbt: evasion@fraud-gbt (high) is accepted"
                + " until 2027-06-30; the policy lets a risk be accepted for 6 months at most."
                + " → Have it accepted until 2027-05-22 or earlier.");
  }

  @Test
  void isForTheBodiesThatThePolicyNames() {
    sample.policy(
        """
        acceptance:
          bodies:
            Board: { up-to: critical }
            Team Lead: { up-to: high }
        """);
    assertThat(sample.answer().why())
        .contains("Accepted, but the policy does not let Model Risk Committee accept a risk.");
    assertThat(sample.findings())
        .containsExactly(
            "error acceptance-not-allowed:evasion@fraud-gbt: evasion@fraud-gbt (high) is accepted"
                + " by Model Risk Committee, but the policy does not let Model Risk Committee"
                + " accept a risk. → Have it accepted by Board or Team Lead, or answer it by"
                + " control.");
  }

  @Test
  void isForTheRanksThatABodyMayAccept() {
    sample.policy("acceptance: { bodies: { Model Risk Committee: { up-to: medium } } }");
    assertThat(sample.findings())
        .containsExactly(
            "error acceptance-not-allowed:evasion@fraud-gbt: evasion@fraud-gbt (high) is accepted"
                + " by Model Risk Committee, but the policy lets Model Risk Committee accept up to"
                + " medium. → No body may accept a risk of this rank: answer it by control or"
                + " planned.");

    sample.policy("acceptance: { bodies: { Model Risk Committee: { up-to: high } } }");
    assertThat(sample.answer().state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void isForNobodyWhereThePolicyNamesNoBody() {
    sample.policy("acceptance: { bodies: {} }");
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
  }
}
