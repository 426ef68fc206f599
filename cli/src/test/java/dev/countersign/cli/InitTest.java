package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  @TempDir Path parent;
  private Path root;

  @BeforeEach
  void aSmallRepository() throws IOException {
    root = Files.createDirectories(parent.resolve("helpdesk"));
    Files.writeString(
        root.resolve("bot.py"),
        "import openai\n\nopenai.chat.completions.create(model=\"gpt-4o-mini\", messages=[])\n");
  }

  @Test
  void theDraftIsWrittenAndSaysWhatToDoNext() {
    Run run = Run.of("init", root.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.assertMatches(
        "init/drafted.txt",
        run.out()
            .replace(parent.toString(), "/home/ada")
            .replaceAll("\\d+ (question|threat)s?", "N $1s"));
    assertThat(root.resolve("countersign.yaml")).content().contains("found in bot.py:3");
  }

  @Test
  void checkAcceptsTheDraft() {
    Run.of("init", root.toString());

    Run check = Run.of("check", root.toString());
    assertThat(check.code()).isIn(0, 1);
    assertThat(check.out()).contains("still waits to be written");
  }

  @Test
  void aPassWithOpenQuestionsIsNoAllClear() throws IOException {
    Run.of("init", root.toString());
    Path draft = root.resolve("countersign.yaml");
    Files.writeString(
        draft, Files.readString(draft).replaceAll("purpose: .*", "purpose: Answers customers."));

    Run check = Run.of("check", root.toString(), "--fail-on", "never");

    assertThat(check.code()).isZero();
    assertThat(check.out())
        .containsPattern("PASS .*questions open")
        .containsPattern("NEXT\n  \\d+ questions are open, and each answer may add threats")
        .contains("countersign check --ask");
  }

  @Test
  void whatIsThereIsNeverOverwritten() throws IOException {
    Path there = Files.writeString(root.resolve("countersign.yaml"), "mine");

    for (String option : new String[] {"--out=" + there, "--empty"}) {
      Run run = Run.of("init", root.toString(), option);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("never overwrites", "--dry-run");
      assertThat(there).content().isEqualTo("mine");
    }
  }

  @Test
  void aLinkThatLeadsNowhereIsInTheWayToo() throws IOException {
    Path target = parent.resolve("elsewhere.yaml");
    Files.createSymbolicLink(root.resolve("countersign.yaml"), target);

    assertThat(Run.of("init", root.toString()).code()).isEqualTo(2);
    assertThat(target).doesNotExist();
  }

  @Test
  void aDryRunWritesNothing() {
    Run run = Run.of("init", root.toString(), "--dry-run");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("# yaml-language-server").contains("gpt-4o-mini:");
    assertThat(run.err()).contains("1 model, 1 component");
    assertThat(root.resolve("countersign.yaml")).doesNotExist();
    assertThat(Run.of("init", root.toString(), "-o", "-").out()).isEqualTo(run.out());
  }

  @Test
  void theThreatModelThatIsThereIsNoSource() throws IOException {
    Run before = Run.of("init", root.toString(), "-o", "-");
    Files.writeString(root.resolve("countersign.yaml"), "mine");
    Files.writeString(root.resolve("other.countersign.yaml"), "mine");

    assertThat(Run.of("init", root.toString(), "-o", "-")).isEqualTo(before);
  }

  @Test
  void whereTheDraftLiesElsewherePathsLeadBack() throws IOException {
    Files.writeString(root.resolve("faces.onnx"), "x");
    Path out = parent.resolve("threats/helpdesk.countersign.yaml");

    assertThat(Run.of("init", root.toString(), "--out", out.toString()).code()).isZero();
    assertThat(out).content().contains("files: ../helpdesk/faces.onnx");
  }

  @Test
  void whereNothingIsFoundItSaysHowToStart() throws IOException {
    Path empty = Files.createDirectory(parent.resolve("empty"));

    Run run = Run.of("init", empty.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Nothing to draft", "countersign init --empty");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void anEmptyModelCanBeReadAndFilledIn() {
    Path file = parent.resolve("new.countersign.yaml");

    assertThat(Run.of("init", "--empty", "--out", file.toString()).code()).isZero();
    Run check = Run.of("check", file.toString());
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .contains("no model and no component", "still waits to be written")
        .doesNotContain("Nothing to do");
  }

  @Test
  void aFileIsNoFolder() {
    Run run = Run.of("init", root.resolve("bot.py").toString(), "--dry-run");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is a file", "Name the folder");
  }
}
