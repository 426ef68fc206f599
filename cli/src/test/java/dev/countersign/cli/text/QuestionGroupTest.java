package dev.countersign.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One question about many elements is asked once, as seen by those who read it. */
class QuestionGroupTest {
  @TempDir Path folder;

  @BeforeEach
  void threeAgentsOfWhichLittleIsKnown() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(
        folder.resolve("countersign.yaml"),
        """
        countersign: 1
        system: { id: agents, purpose: Answers mail. }
        actors: { writer: public }
        models:
          llm: { task: generation, origin: hosted }
        components:
          planner: { runs: llm, callers: [writer] }
          worker: { runs: llm, callers: [writer] }
          checker: { runs: llm, callers: [writer] }
        """);
  }

  @Test
  void textAsksOnceAndNamesAll() {
    String text = unfolded(Run.of("check", "--all", folder.toString()).out());
    assertThat(text)
        .contains("Which tools can the model in each of planner, worker and checker call?")
        .contains("lines 7, 8, 9 uses:")
        .contains("The answers decide ")
        .doesNotContain("Which tools can the model in planner call?");
  }

  @Test
  void whatToDoNextHasALineForEach() {
    String text = unfolded(Run.of("check", folder.toString()).out());
    assertThat(text).contains("checker: { uses: ", "planner: { uses: ", "worker: { uses: ");
  }

  @Test
  void machinesReadThemApart() {
    assertThat(Run.of("check", "--format=json", folder.toString()).out())
        .contains("\"uses@checker\"", "\"uses@planner\"", "\"uses@worker\"");
  }

  private static String unfolded(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
