package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private static final String CARD_FRAUD = "../examples/card-fraud";
  private static final String SUPPORT = "../examples/support-assistant";

  @TempDir Path folder;

  @Test
  void listsTheFormats() {
    Golden.assertMatches("report/formats.txt", Run.of("report", "--formats").out());
  }

  @Test
  void helpNamesEveryFormat() {
    String help = Run.of("report", "--help").out().replaceAll("\\s+", " ");
    assertThat(Run.of("report", "--formats").lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(help).contains(line.split(" ")[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"markdown", "csv", "svg", "mermaid", "json", "sarif", "otm", "cyclonedx", "html"})
  void oneTextOfOneSystemGoesToStandardOutput(String format) {
    Run run = Run.of("report", "--to", format, CARD_FRAUD);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("fraud-gbt");
  }

  @Test
  void aFailingVerdictIsReportedAllTheSame() {
    assertThat(Run.of("check", CARD_FRAUD).code()).isEqualTo(1);
    assertThat(Run.of("report", "--to", "markdown", CARD_FRAUD).code()).isZero();
  }

  @Test
  void severalFilesGoToTheFolder() throws IOException {
    Run run =
        Run.of("report", "--to", "one-page,csv", "-o", folder.toString(), CARD_FRAUD, SUPPORT);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(8).allMatch(line -> line.startsWith("wrote " + folder));
    assertThat(files())
        .contains(
            "card-fraud.one-page.pdf",
            "card-fraud.one-page.html",
            "card-fraud.one-page.md",
            "card-fraud.csv",
            "support-assistant.csv");
  }

  @Test
  void oneFileOfSeveralMayBeAskedFor() throws IOException {
    Run.of("report", "--to", "one-page.md", "-o", folder.toString(), CARD_FRAUD);
    assertThat(files()).containsExactly("card-fraud.one-page.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "csv", "json", "sarif", "otm", "html"})
  void whatLeavesTheMachineNamesNoFolderOfIt(String format) {
    Path here = Path.of(CARD_FRAUD).toAbsolutePath().normalize();
    Run run = Run.of("report", "--to", format, here.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .doesNotContain(here.resolveSibling("").toString())
        .contains("decision-log.md");
    assertThat(Run.of("report", "--to", format, CARD_FRAUD).out()).isEqualTo(run.out());
  }

  @Test
  void anOptionThatNoChosenFormatUsesIsNamed() {
    Run csv = Run.of("report", "--to", "csv", "--audience", "policy", CARD_FRAUD);
    assertThat(csv.code()).isZero();
    assertThat(csv.err())
        .isEqualTo("countersign: no format that you chose uses --audience; html and pdf do.\n");
    Run shown =
        Run.of(
            "report",
            "--to",
            "csv,svg",
            "--highlight",
            "evasion@fraud-gbt",
            "-o",
            folder.toString(),
            CARD_FRAUD);
    assertThat(shown.err()).isEmpty();
    Run hidden = Run.of("report", "--to", "csv", "--highlight", "evasion@fraud-gbt", CARD_FRAUD);
    assertThat(hidden.err()).contains("uses --highlight; html, pdf and svg do.");
  }

  @Test
  void sinceOutsideOfARepositorySaysWhatItNeeds() throws IOException {
    Files.copy(Path.of(CARD_FRAUD, "countersign.yaml"), folder.resolve("countersign.yaml"));
    Run run = Run.of("report", "--to", "html", "--since", "HEAD", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("is in no git repository", "leave it out")
        .doesNotContain("two files");
  }

  @ParameterizedTest
  @CsvSource({"md,markdown", "txt,markdown", "htm,html", "excel,xlsx", "word,html"})
  void whatPeopleCallAFormatLeadsToIt(String word, String format) {
    Run run = Run.of("report", "--to", word, CARD_FRAUD);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean " + format + "?");
  }

  @Test
  void aFileOfThatKindMayNotExist() {
    Run run = Run.of("report", "--to", "one-page.docx", "-o", folder.toString(), CARD_FRAUD);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("one-page.docx", "one-page.pdf");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anUnknownFormatIsAnsweredWithTheNearest() {
    Run run = Run.of("report", "--to", "markdwn", CARD_FRAUD);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean markdown?").contains("--formats");
  }

  @Test
  void anUnknownThreatIsAnsweredWithTheNearest() {
    Run run = Run.of("report", "--to", "svg", "--highlight", "evasion@fraud-gbd", CARD_FRAUD);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean evasion@fraud-gbt?");
  }

  @Test
  void aFileInPlaceOfTheFolderIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    Run run = Run.of("report", "-o", file.toString(), CARD_FRAUD);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is no folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void problemsAreToldAsCheckTellsThem() throws IOException {
    Path file =
        Files.writeString(folder.resolve("countersign.yaml"), "countersign: 1\nsystm: {}\n");
    Run run = Run.of("report", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(Run.of("check", file.toString()).err().replace("no verdict", "no report"));
  }

  @Test
  void theSameSystemGivesTheSameBytes() throws IOException {
    List<byte[]> first = made("one");
    List<byte[]> second = made("two");
    assertThat(first).hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).isEqualTo(second.get(i));
    }
  }

  private List<byte[]> made(String name) throws IOException {
    Path to = folder.resolve(name);
    Run.of("report", "--to", "one-page,html,pdf,xlsx,otm", "-o", to.toString(), CARD_FRAUD);
    try (Stream<Path> files = Files.list(to)) {
      List<Path> sorted = files.sorted().toList();
      List<byte[]> bytes = new ArrayList<>();
      for (Path file : sorted) {
        bytes.add(Files.readAllBytes(file));
      }
      return bytes;
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
