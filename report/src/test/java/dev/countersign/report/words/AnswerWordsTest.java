package dev.countersign.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer;
import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerWordsTest {
  private static final Place PLACE = new Place("countersign.yaml", 1, 1);
  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2027, 3, 1));

  @Test
  void aPlanIsDueByADay() {
    Resolution plan = plan(Optional.of("platform"), DAY);
    assertThat(state(Answer.State.PLANNED, plan)).isEqualTo("planned by 2027-03-01");
    assertThat(AnswerWords.says(plan))
        .isEqualTo("Planned by 2027-03-01, owner platform: input-gate@api (RISK-1).");
  }

  @Test
  void whereTheDayIsMissingAPlanIsByItsOwner() {
    assertThat(AnswerWords.says(plan(Optional.of("platform"), Optional.empty())))
        .isEqualTo("Planned by platform: input-gate@api (RISK-1).");
    assertThat(AnswerWords.says(plan(Optional.empty(), DAY)))
        .isEqualTo("Planned by 2027-03-01: input-gate@api (RISK-1).");
  }

  @Test
  void anAcceptanceHoldsUntilADay() {
    Resolution acceptance =
        new Resolution.Accepted(
            "t@e", PLACE, Optional.of("CISO"), DAY, Optional.empty(), Optional.empty());
    assertThat(state(Answer.State.ACCEPTED, acceptance)).isEqualTo("accepted until 2027-03-01");
    assertThat(AnswerWords.says(acceptance)).isEqualTo("Accepted by CISO.");
  }

  private static String state(Answer.State state, Resolution resolution) {
    return AnswerWords.state(
        new Answer(state, Optional.of(resolution), Optional.empty(), List.of()));
  }

  private static Resolution plan(Optional<String> owner, Optional<LocalDate> by) {
    return new Resolution.Planned(
        "t@e", PLACE, Optional.of("input-gate@api"), owner, by, Optional.of("RISK-1"));
  }
}
