package dev.countersign.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of small systems written for one sentence each. */
class WrittenSystemsTest {
  private static final Path TRAINING_SIDE = Path.of("..", "benchmarks", "training-side");

  private static final String DECISIONS =
      """
      decisions:
        decide-0: { by: [m], automation: automatic, volume: 100/day, reversible: yes,
                    if-wrong: { financial: 1..40 EUR } }
        decide-1: { by: [m], automation: automatic, volume: 1000/day, reversible: yes,
                    if-wrong: { financial: 2..80 EUR } }
        decide-2: { by: [m], automation: automatic, volume: 10000/day, reversible: yes,
                    if-wrong: { financial: 3..120 EUR } }
        decide-3: { by: [m], automation: automatic, volume: 100000/day, reversible: yes,
                    if-wrong: { financial: 4..160 EUR } }
      """;

  @TempDir private Path folder;

  @Test
  void theGravestDecisionsComeFirstAndTheLeastIsLeftOut() throws IOException {
    Checked four = written("models: { m: { task: classification } }\n" + DECISIONS);
    Budget three =
        Budget.ladder().stream().filter(b -> b.decisions() == 3).findFirst().orElseThrow();
    Page page = PageWriter.write(Pages.report(four), three);
    Page.Section decides = page.sections().getFirst();
    assertThat(decides.note()).isEqualTo("3 of 4 decisions, the gravest first");
    assertThat(decides.paragraphs().subList(0, 3))
        .extracting(said -> said.text().substring(0, 8))
        .containsExactly("decide-3", "decide-2", "decide-1");
    assertThat(page.leftOut().orElseThrow().text()).contains("one decision");
  }

  @Test
  void whereAllDecisionsFitNothingIsSaidAboutTheirNumber() throws IOException {
    Checked four = written("models: { m: { task: classification } }\n" + DECISIONS);
    assertThat(Fit.page(Pages.report(four)).sections().getFirst().note()).isEmpty();
  }

  @Test
  void aDecisionThatMayHurtSomebodyComesBeforeAnyAmount() throws IOException {
    Checked checked =
        written(
            """
            models: { m: { task: classification } }
            decisions:
              a-dear:  { by: [m], volume: 1000/day, if-wrong: { financial: 900 EUR } }
              b-final: { by: [m], reversible: no }
              c-hurts: { by: [m], if-wrong: { harm: [safety] } }
              d-undone: { by: [m], reversible: yes }
            """);
    assertThat(decisions(checked)).containsExactly("c-hurts", "a-dear", "b-final", "d-undone");
  }

  @Test
  void aModelThatNothingRunsIsSaidNotToBeRun() throws IOException {
    Checked idle =
        written(
            """
            models:
              m: { task: classification, origin: trained-here, base: none, exposes: [label],
                   proprietary: no }
            """);
    String inference = section(idle, "Inference");
    assertThat(inference).startsWith("No threat derives: nothing in the file runs the model m.");
  }

  @Test
  void everyQuestionIsCountedOnceAndStagesNamePartsOfIt() {
    Checked checked =
        Systems.checked(TRAINING_SIDE.resolve("simulator-trained").resolve("countersign.yaml"));
    assertThat(checked.assessment().questions()).hasSize(4);
    assertThat(Pages.markdown(checked))
        .contains("**FAIL**: 3 threats, all open; 4 questions open.")
        .contains("two of the four open questions may add to this")
        .contains("No threat derives yet, but one of the four open questions may change that.")
        .doesNotContain("unknown");
  }

  @Test
  void aPassWithOpenThreatsSaysWhyItPasses() {
    Checked checked =
        Systems.checked(TRAINING_SIDE.resolve("pump-maintenance").resolve("countersign.yaml"));
    assertThat(Pages.markdown(checked))
        .contains(
            "**PASS**: 1 threat, open; only high and critical ones fail the gate; 1 question open.")
        .contains("the one open question may change that");
  }

  @Test
  void amountsThatPriceNoThreatAreSaidNotToBeEstimated() {
    Checked checked =
        Systems.checked(TRAINING_SIDE.resolve("simulator-trained").resolve("countersign.yaml"));
    assertThat(checked.assessment().losses().ordinalOnly()).isTrue();
    assertThat(Pages.markdown(checked))
        .contains(
            "Losses are not estimated: each of the three threats discloses something, and amounts"
                + " are for wrong decisions.");
  }

  @Test
  void theLossSaysOfHowManyThreats() {
    assertThat(Consequences.priced(8, 12))
        .isEqualTo("By simulation, 8 of 12 threats can be priced; as answered today they cost ");
    assertThat(Consequences.priced(1, 12))
        .isEqualTo("By simulation, 1 of 12 threats can be priced; as answered today it costs ");
    assertThat(Consequences.priced(4, 4)).startsWith("By simulation, all 4 threats can be priced;");
    assertThat(Consequences.priced(2, 2)).startsWith("By simulation, both threats can be priced;");
    assertThat(Consequences.priced(1, 1)).startsWith("By simulation, the one threat can be priced");
  }

  private Checked written(String elements) throws IOException {
    String head = "countersign: 1\nsystem: { id: written, purpose: Written for a test. }\n";
    return Systems.checked(Files.writeString(folder.resolve("countersign.yaml"), head + elements));
  }

  private static List<String> decisions(Checked checked) {
    return Fit.page(Pages.report(checked)).sections().getFirst().paragraphs().stream()
        .map(said -> said.text().split(" ", 2)[0])
        .toList();
  }

  private static String section(Checked checked, String heading) {
    return Fit.page(Pages.report(checked)).sections().stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow()
        .paragraphs()
        .getFirst()
        .text();
  }
}
