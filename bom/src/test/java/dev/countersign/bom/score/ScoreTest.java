package dev.countersign.bom.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bom.Bills;
import dev.countersign.bom.score.MinimumElement.Source;
import dev.countersign.bom.score.Score.Result;
import dev.countersign.bom.score.Score.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
  @Test
  void theListsAreWholeAndTheirIdsUnique() {
    assertThat(MinimumElement.all()).extracting(MinimumElement::id).doesNotHaveDuplicates();
    assertThat(MinimumElement.all()).filteredOn(it -> it.source() == Source.G7).hasSize(50);
    assertThat(MinimumElement.all()).filteredOn(it -> it.source() == Source.CISA).hasSize(11);
    assertThat(MinimumElement.all()).filteredOn(it -> it.source() == Source.NTIA).hasSize(7);
    assertThat(MinimumElement.all()).allMatch(it -> !it.where().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "coding-agent", "credit-scoring", "support-assistant"})
  void everyElementHasAProbe(String example) {
    assertThat(Score.of(Bills.example(example), false).results())
        .hasSameSizeAs(MinimumElement.all());
  }

  @Test
  void aFieldThatOnlySomeHaveIsMissingAndTheyAreNamed() {
    Result hash = result(Score.of(Bills.example("credit-scoring"), false), "G7AI-DP-05");
    assertThat(hash.state()).isEqualTo(State.MISSING);
    assertThat(hash.lacking()).isNotEmpty().hasSizeLessThan(hash.of());
  }

  @Test
  void whatThereIsNothingOfIsNotApplicable() {
    Score score = Score.of(Bills.example("coding-agent"), false);
    assertThat(result(score, "G7AI-DP-01").state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(score.applicable(Source.G7)).isLessThan(50);
  }

  @Test
  void onlyASignedBillHasASignature() {
    assertThat(result(Score.of(Bills.example("card-fraud"), false), "G7AI-MD-05").state())
        .isEqualTo(State.MISSING);
    assertThat(result(Score.of(Bills.example("card-fraud"), true), "G7AI-MD-05").state())
        .isEqualTo(State.PRESENT);
  }

  private static Result result(Score score, String id) {
    return score.results().stream()
        .filter(result -> result.element().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
