package dev.countersign.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.testing.Systems;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page leaves out, and that it uses its room first. */
class RoomTest {
  private static final Path BENCHMARKS = Path.of("..", "benchmarks");

  @ParameterizedTest
  @ValueSource(strings = {"incidents/system-09", "cases/cs0048"})
  void nothingIsSaidToBeMissingThatStandsInAList(String system) {
    Checked checked = Systems.checked(BENCHMARKS.resolve(system).resolve("countersign.yaml"));
    assertThat(Pages.markdown(checked)).contains("more listed below").doesNotContain("Not on this");
  }

  @Test
  void aPageWithRoomNamesEveryAttack() {
    Checked checked = Systems.checked(Systems.example("support-assistant"));
    Page page = Fit.page(Pages.report(checked));
    assertThat(page.leftOut()).isEmpty();
    assertThat(OnePageMarkdown.of(page)).contains("a decision that nobody can prove and exhausted");
  }

  @Test
  void attacksThatNoListNamesAreNamedBeyondAComfortableNumber() {
    Checked checked = Systems.checked(Systems.example("support-assistant"));
    List<String> kinds =
        checked.assessment().threats().stream()
            .map(threat -> threat.threat().family().title())
            .distinct()
            .toList();
    assertThat(kinds).hasSizeGreaterThan(9);
    Set<String> all = Set.copyOf(kinds);
    assertThat(new Vectors(40, Set.of(), Set.of()).left(checked.assessment().threats())).isZero();
    assertThat(new Vectors(8, all, all).left(checked.assessment().threats())).isZero();
    assertThat(new Vectors(8, Set.of(), Set.of()).left(checked.assessment().threats()))
        .isEqualTo(kinds.size() - 8);
  }

  @Test
  void everyBudgetGivesNoMoreThanTheOneBefore() {
    List<Budget> ladder = Budget.ladder();
    assertThat(measures(ladder, Budget::vectors)).isSortedAccordingTo((a, b) -> b - a);
    assertThat(measures(ladder, Budget::names)).isSortedAccordingTo((a, b) -> b - a);
    assertThat(measures(ladder, Budget::controls)).isSortedAccordingTo((a, b) -> b - a);
    assertThat(measures(ladder, Budget::items)).isSortedAccordingTo((a, b) -> b - a);
    assertThat(measures(ladder, Budget::decisions)).isSortedAccordingTo((a, b) -> b - a);
    assertThat(measures(ladder, Budget::text)).isSortedAccordingTo((a, b) -> b - a);
  }

  private static List<Integer> measures(List<Budget> ladder, Function<Budget, Integer> of) {
    return ladder.stream().map(of).toList();
  }
}
