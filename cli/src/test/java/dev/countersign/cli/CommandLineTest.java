package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void helpTeaches() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.assertMatches("help/countersign.txt", run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "maturity",
        "discover",
        "bom",
        "explain",
        "rules",
        "catalogue",
        "schema",
        "completion"
      })
  void everyCommandHasHelp(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
    Golden.assertMatches("help/" + command + ".txt", run.out());
  }

  @Test
  void helpHasColoursOnATerminalOnly() {
    Map<String, String> none = Map.of();
    assertThat(Run.in(none, true, StandardCharsets.UTF_8, "--help").out()).contains("\u001b[");
    Map<String, String> noColour = Map.of("NO_COLOR", "1");
    assertThat(Run.in(noColour, true, StandardCharsets.UTF_8, "--help").out())
        .doesNotContain("\u001b[");
  }

  @Test
  void versionNamesWhatAVerdictStandsOn() {
    Run run = Run.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("countersign ", "Java " + Runtime.version(), "atlas ", "rules ", "sha256:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "10", "39", "121", "-5", "99999999999"})
  void aWidthOutOfRangeIsRefused(String width) {
    Run run = Run.of("rules", "--width=" + width);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a number from 40 to 120", "'" + width + "'");
  }

  @Test
  void whatCannotBeWrittenIsSaidWithoutNamesOfJava(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("plain"), "x");
    String below = file.resolve("x.yaml").toString();
    for (Run run :
        List.of(
            Run.of("init", "--empty", "--out", below),
            Run.of("check", "../examples/card-fraud", "--out", below))) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .contains("a file stands where a folder is needed")
          .doesNotContain("Exception");
    }
  }

  @Test
  void nothingIsAMisuse() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: countersign").contains("countersign check");
  }

  @Test
  void aWrongCommandIsAnsweredWithTheNearest() {
    Run run = Run.of("chekc", "examples");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("countersign: there is no command 'chekc'. Did you mean check?");
  }

  @Test
  void aCommandThatIsLikeNoneIsAnsweredWithAll() {
    Run run = Run.of("help");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "There are check, init, report, diff, signoff, status, maturity, discover, keys, trust, inspect, bom, sign, verify,"
                + " provenance, guard, watch, explain, rules, catalogue, schema, completion.")
        .contains("Try 'countersign --help'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "20", "54", "9999", "0", "wide"})
  void anyWidthOfTheTerminalWillDo(String columns) {
    Map<String, String> narrow = Map.of("COLUMNS", columns);
    assertThat(Run.in(narrow, false, StandardCharsets.UTF_8, "--help").code()).isZero();
    assertThat(Run.in(narrow, false, StandardCharsets.UTF_8, "rules").code()).isZero();
  }

  @Test
  void halfAReportIsNoReport() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            });
    int code =
        Main.run(
            new String[] {"rules"},
            InputStream.nullInputStream(),
            full,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output cannot be written");
  }

  @Test
  void aWrongOptionIsAnsweredWithTheNearest() {
    Run run = Run.of("check", "--formt", "json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--formt").contains("--format").contains("check --help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=xml",
        "--as-of=tomorrow",
        "--fail-on=severe",
        "--color=perhaps",
        "--width=wide"
      })
  void aWrongValueIsAMisuse(String option) {
    Run run = Run.of("check", option, "../examples/card-fraud");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option.substring(0, option.indexOf('='))).hasLineCount(2);
  }

  @Test
  void aWrongValueIsAnsweredWithTheRightOnes() {
    assertThat(Run.of("check", "--format=xml").err())
        .contains("expected text, json, sarif, markdown but was 'xml'");
    assertThat(Run.of("check", "--as-of=tomorrow").err())
        .contains("expected a day such as 2027-01-31 but was 'tomorrow'");
  }

  @Test
  void aMisuseEchoesNoControlCharacters() {
    assertThat(Run.of("check", "--\u001b[2J\u202e").err().replace("\n", ""))
        .matches(text -> text.chars().noneMatch(Character::isISOControl))
        .doesNotContain("\u202e");
  }

  @Test
  void aBugIsToldWithoutTheUsersText() {
    Run run = Crashing.run("a secret of the user");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("bug in Countersign", "java.lang.IllegalStateException", "Crashing")
        .doesNotContain("secret");
  }
}
