package dev.countersign.assess.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void a_plan_is_due_by_its_day_and_has_an_owner() {
    Resolution plan =
        new Resolution.Planned(
            "evasion@sorter",
            new Place("countersign.yaml", 1, 1),
            Optional.of("input-gate@api"),
            Optional.of("platform"),
            Optional.of(LocalDate.of(2027, 3, 1)),
            Optional.of("RISK-1"));

    assertThat(Answers.said(plan))
        .isEqualTo("planned: input-gate@api by 2027-03-01, owner platform (RISK-1)");
  }
}
