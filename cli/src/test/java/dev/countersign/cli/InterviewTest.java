package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.console.Console;
import dev.countersign.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --ask} by what a person types. */
class InterviewTest {
  private static final String MAIL =
      """
      # Sorts mail.
      countersign: 1
      include: [actors.yaml]
      system:
        id: mail-sorter
        purpose: Sorts incoming mail into folders.
        ml-lead: ml@mail.example
        security-lead: security@mail.example
        next-checkpoint: 2027-02-01

      models:
        sorter:
          task: classification
          origin: trained-here   # by us

      components:
        inbox: { runs: sorter }   # nobody has looked at its log
        outbox: { runs: sorter }

      decisions:
        move-mail: { by: sorter }
      """;

  private static final String ACTORS = "actors:\n  sender: public   # has our address\n";

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    file = Files.writeString(folder.resolve("countersign.yaml"), MAIL);
    Files.writeString(folder.resolve("actors.yaml"), ACTORS);
  }

  @Test
  void asksWhatDecidesMostAndWritesTheAnswersBesideTheComments() throws IOException {
    Run run = answering("?", "foo", "99", "1", "b", "e", "sender", "none", "", "q");
    Golden.assertMatches("ask/transcript.txt", run.err().replace(folder.toString(), "FOLDER"));
    Golden.assertMatches("ask/countersign.yaml", Files.readString(file));
    assertThat(run.out()).startsWith("PASS  mail-sorter");
  }

  @Test
  void writesNothingIfNothingWasAnswered() throws IOException {
    assertThat(answering("q").err()).endsWith("Nothing was written.\n");
    assertThat(answering().err()).endsWith("Nothing was written.\n");
    assertThat(answering("", "", "b", "b", "b").err()).endsWith("Nothing was written.\n");
    assertThat(Files.readString(file)).isEqualTo(MAIL);
  }

  @Test
  void asksTenQuestionsAtMost() throws IOException {
    String boxes =
        IntStream.range(0, 12)
            .mapToObj(i -> "box-" + i + ": { runs: sorter }")
            .collect(Collectors.joining("\n  "));
    Files.writeString(file, MAIL.replace("outbox: { runs: sorter }", boxes));
    Run run = answering("e", "", "", "", "", "", "", "", "", "", "", "");
    assertThat(run.err()).contains("Question 10 ").doesNotContain("Question 11 ");
  }

  @Test
  void asksNothingWhereNothingDecides() throws IOException {
    Files.writeString(file, MAIL.substring(0, MAIL.indexOf("models:")));
    assertThat(answering("1").err()).startsWith("There is nothing to ask");
  }

  @Test
  void aFreshDraftIsAskedAboutToo() throws IOException {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Files.writeString(repository.resolve("model.onnx"), "");
    Files.writeString(
        repository.resolve("app.py"),
        "from openai import OpenAI\nOpenAI().chat.completions.create(model='gpt-4o')\n");
    InputStream answers = new ByteArrayInputStream("anyone\nq\n".getBytes(StandardCharsets.UTF_8));
    Run run = run(answers, "init", "--ask", repository.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("Question 1 ", "Written: 1 answer in ");
    assertThat(Files.readString(repository.resolve("countersign.yaml")))
        .contains("    callers: [anyone]\n", "# found in app.py:2");
  }

  @Test
  void asksAboutOneSystem() throws IOException {
    Files.writeString(
        folder.resolve("b.countersign.yaml"), MAIL.replace("mail-sorter", "other-sorter"));
    Run run = answering("1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--ask asks about one system, and here are 2.");
  }

  @Test
  void theFileKeepsWhoMayReadIt() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    answering("none", "q");
    assertThat(Files.readString(file)).isNotEqualTo(MAIL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatSomebodyElseChangedMeanwhileIsLeftAlone() throws IOException {
    String theirs = MAIL + "# theirs\n";
    InputStream slow =
        new ByteArrayInputStream("none\nq\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read() {
            write(theirs);
            return super.read();
          }
        };
    Run run = run(slow);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("was changed by somebody else meanwhile");
    assertThat(Files.readString(file)).isEqualTo(theirs);
  }

  @Test
  void whatCanOnlyBeNoneOffersNone() {
    Run run = answering("1", "", "", "", "", "", "", "", "", "");
    assertThat(run.err()).containsPattern("1  none +it is known that there is none");
  }

  @Test
  void whatCannotBeAnsweredIsNotAskedButNamed() {
    Run run = answering("q");
    assertThat(run.err())
        .contains("To be answered, these need a declaration first:", "declare it under stores:")
        .doesNotContain("kept-in:");
  }

  @Test
  void hostileAnswersReachNeitherTerminalNorFileAsTheyAre() throws IOException {
    Run run = answering("\u001b[31mred\u202e, }{ # x", "x".repeat(100_000), "q");
    assertThat(run.err()).doesNotContain("\u001b", "\u202e").contains("Nothing was written.");
    assertThat(Files.readString(file)).isEqualTo(MAIL);
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Run answering(String... lines) {
    String typed = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    return run(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
  }

  private Run run(InputStream in) {
    return run(in, "check", "--quiet", "--ask", folder.toString());
  }

  private static Run run(InputStream in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            false,
            StandardCharsets.UTF_8,
            LocalDate.of(2026, 11, 22));
    int code = Main.run(args, console);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
