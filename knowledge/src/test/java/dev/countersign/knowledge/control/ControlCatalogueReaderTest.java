package dev.countersign.knowledge.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlCatalogueReaderTest {
  private static final Path COMMITTED = Path.of("src/main/controls");

  private static final String GOOD =
      """
      watching:
        title: Watching
        does: Somebody watches.
        on: [model, mcp-server]
        evidence: [attestation, document]
        references: [AML.M0024]
      """;

  private final Problems problems = new Problems();

  @TempDir Path folder;

  @Test
  void readsTheCommittedCatalogueWithoutAProblem() {
    List<Control> controls = ControlCatalogueReader.read(COMMITTED, problems);

    assertThat(problems.sorted()).isEmpty();
    assertThat(controls).extracting(Control::stage).containsOnly(Stage.values());
    assertThat(controls).extracting(Control::id).contains("model-signing", "tool-gate");
  }

  @Test
  void everyCommittedControlSaysWhatItDoesInAFewSentences() {
    for (Control control : ControlCatalogueReader.read(COMMITTED, problems)) {
      assertThat(control.does()).as(control.id()).endsWith(".").hasSizeBetween(80, 400);
      assertThat(control.title().split(" ")).as(control.id()).hasSizeBetween(1, 6);
      assertThat(control.on()).as(control.id()).isNotEmpty();
      assertThat(control.evidence()).as(control.id()).contains("document");
      assertThat(control.references()).as(control.id()).isNotEmpty();
    }
  }

  @Test
  void readsEveryFieldOfAControl() throws IOException {
    List<Control> controls = read(GOOD);

    assertThat(problems.sorted()).isEmpty();
    assertThat(controls)
        .singleElement()
        .returns("watching", Control::id)
        .returns(Stage.INFERENCE, Control::stage)
        .returns(List.of("attestation", "document"), Control::evidence)
        .returns(List.of("AML.M0024"), Control::references)
        .satisfies(control ->
            assertThat(control.on())
                .containsExactlyInAnyOrder(ElementKind.MODEL, ElementKind.MCP_SERVER));
  }

  @Test
  void pointsAtTheWordThatIsNoKindOfElement() throws IOException {
    read(GOOD.replace("mcp-server", "mcp-sever"));

    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place().line()).isEqualTo(4);
          assertThat(problem.next()).contains("mcp-server");
        });
  }

  @Test
  void pointsAtEvidenceThatNobodyCanVerify() throws IOException {
    read(GOOD.replace("attestation", "checkbox"));

    assertThat(problems.sorted()).extracting(problem -> problem.place().line()).containsExactly(5);
  }

  @Test
  void refusesKeysThatItDoesNotKnow() throws IOException {
    read(GOOD + "  stops: [model-extraction]\n");

    assertThat(problems.sorted()).extracting(Problem::id).containsExactly("unknown-key");
  }

  @Test
  void refusesAControlAtTwoStages() throws IOException {
    write(Stage.TRAINING, GOOD);

    read(GOOD);

    assertThat(problems.sorted()).extracting(Problem::id).containsExactly("repeated-control");
  }

  @Test
  void saysWhichKeysAreMissing() throws IOException {
    read("watching: {}\n");

    assertThat(problems.sorted()).extracting(Problem::id).containsOnly("missing-key").hasSize(5);
  }

  private List<Control> read(String inference) throws IOException {
    write(Stage.INFERENCE, inference);
    for (Stage stage : Stage.values()) {
      if (Files.notExists(file(stage))) {
        write(stage, "{}\n");
      }
    }
    return ControlCatalogueReader.read(folder, problems);
  }

  private void write(Stage stage, String content) throws IOException {
    Files.writeString(file(stage), content);
  }

  private Path file(Stage stage) {
    return folder.resolve(stage.word() + ".yaml");
  }
}
