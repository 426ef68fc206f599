package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer.State;
import dev.countersign.derive.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A threat has one answer, whichever of its members it stands under. */
class OneAnswerTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aThreatWithTwoMembers() {
    sample = new Sample(folder).threat("tool-misuse@ledger", Severity.HIGH, "refund");
  }

  @Test
  void mayStandUnderAnyMember() {
    sample.resolutions("tool-misuse@refund: " + acceptedBy("Board"));
    assertThat(sample.answer().state()).isEqualTo(State.ACCEPTED);
    assertThat(sample.findings()).isEmpty();
  }

  @Test
  void mayStandUnderSeveralMembersIfItIsTheSame() {
    sample.resolutions(
        "tool-misuse@refund: %s\ntool-misuse@ledger: %s"
            .formatted(acceptedBy("Board"), acceptedBy("Board")));
    assertThat(sample.answer().state()).isEqualTo(State.ACCEPTED);
    assertThat(sample.findings()).isEmpty();
  }

  @Test
  void isNoneWhereTwoContradict() {
    sample.resolutions(
        "tool-misuse@refund: %s\ntool-misuse@ledger: %s"
            .formatted(acceptedBy("Board"), acceptedBy("Team Lead")));
    assertThat(sample.answer().state()).isEqualTo(State.OPEN);
    assertThat(sample.findings())
        .containsExactly(
            "error conflicting-answers:tool-misuse@ledger: tool-misuse@ledger (high) has different"
                + " answers under tool-misuse@ledger (line 14) and tool-misuse@refund (line 13). →"
                + " Keep the one that holds: these elements share one threat and so one answer.");
  }

  private static String acceptedBy(String body) {
    return "{ accepted: { by: %s, until: 2027-06-30, reason: r, record: x } }".formatted(body);
  }
}
