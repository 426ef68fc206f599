package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial of proof works when it is pasted from top to bottom, and prints what it shows. */
class TutorialProofTest implements PastedTutorial {
  @TempDir static Path folder;
  private static PastedPage page = new PastedPage(Path.of(""), List.of());

  @BeforeAll
  static void paste() throws IOException, InterruptedException {
    page =
        PastedPage.paste(
            Path.of("../docs/tutorial-proof.md"),
            folder,
            List.of("bash", "git", "sha256sum", "sed", "awk"));
  }

  @Override
  public PastedPage page() {
    return page;
  }

  @Test
  void theReaderEndsWithASystemThatTwoPeopleSigned() {
    Run run = Run.of("check", page.work().resolve("credit-scoring").toString());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .startsWith("PASS  credit-scoring  8 threats: 1 planned, 1 accepted, 6 controlled")
        .contains("ML lead: signed by mia", "Security lead: signed by sam")
        .contains("5 of 5 proven")
        .doesNotContain("FINDINGS");
  }
}
