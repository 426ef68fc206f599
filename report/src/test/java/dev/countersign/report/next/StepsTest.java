package dev.countersign.report.next;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.next.Step;
import dev.countersign.assess.next.Steps;
import dev.countersign.testing.CardFraud;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
  private final List<Step> steps = Steps.of(CardFraud.checked(), 20);

  @Test
  void comesFirstWhatWeighsMost() {
    assertThat(steps.getFirst().threats()).containsExactly("evasion@fraud-gbt");
    assertThat(steps.get(1).threats()).containsExactly("label-poisoning@transactions");
  }

  @Test
  void suggestsTheBestControlWhereItFits() {
    assertThat(steps.getFirst().text())
        .isEqualTo("Put input-gate on fraud-gbt: it could answer evasion@fraud-gbt.");
  }

  @Test
  void givesTheLinesToAdd() {
    assertThat(steps.getFirst().add().orElseThrow().yaml())
        .isEqualTo(
            """
            resolutions:
              evasion@fraud-gbt: { planned: { control: input-gate@fraud-gbt, owner: , ticket: , by:\
             2027-02-01 } }
            """);
  }

  @Test
  void asksWhatDecidesMostAfterTheErrors() {
    assertThat(steps.get(2).text()).isEqualTo("Who can get an account for scoring-api?");
    assertThat(steps.get(2).add().orElseThrow().entries())
        .containsExactly("scoring-api: { accounts: self-service | invited | internal }");
  }

  @Test
  void nestsTheAnswerToANestedQuestion() {
    assertThat(steps.get(3).add().orElseThrow().entries())
        .containsExactly("transactions: { labels: { writers: ids of actors or components } }");
  }

  @Test
  void endsWithWarnings() {
    assertThat(steps.getLast().text()).isEqualTo("watermarking@fraud-gbt answers no threat.");
  }

  @Test
  void givesAsManyAsAreWanted() {
    assertThat(Steps.of(CardFraud.checked(), 2)).isEqualTo(steps.subList(0, 2));
  }
}
