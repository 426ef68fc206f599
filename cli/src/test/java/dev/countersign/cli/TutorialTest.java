package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial works when it is pasted from top to bottom, and prints what it shows. */
class TutorialTest implements PastedTutorial {
  @TempDir static Path folder;
  private static PastedPage page = new PastedPage(Path.of(""), List.of());

  @BeforeAll
  static void paste() throws IOException, InterruptedException {
    page =
        PastedPage.paste(
            Path.of("../docs/tutorial.md"), folder, List.of("bash", "git", "sha256sum", "sed"));
  }

  @Override
  public PastedPage page() {
    return page;
  }

  @Test
  void theReaderEndsWithAThreatModelThatPasses() {
    Run run = Run.of("check", "--quiet", page.work().resolve("parcel-claims").toString());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).startsWith("PASS  parcel-claims  9 threats");
  }
}
