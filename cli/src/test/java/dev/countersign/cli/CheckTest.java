package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Contract;
import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check} from arguments to bytes, on the examples and on small files made here. */
class CheckTest {
  private static final String EXAMPLES = "../examples";
  private static final String CARD_FRAUD = EXAMPLES + "/card-fraud";
  private static final String SMALL =
      """
      countersign: 1
      system:
        id: small
        purpose: Sorts mail.
        ml-lead: ml@small.example
        security-lead: security@small.example
        next-checkpoint: 2027-02-01
      models:
        sorter: { task: classification, origin: trained-here }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card-fraud",
        "coding-agent",
        "demand-forecast",
        "quality-inspection",
        "support-assistant"
      })
  void tellsEachExampleAsItDid(String example) {
    Run run = Run.of("check", EXAMPLES + "/" + example);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(run.out().startsWith("PASS") ? 0 : 1);
    Golden.assertMatches("check/" + example + ".txt", run.out());
  }

  @Test
  void saysEverythingIfAsked() {
    Golden.assertMatches("check/card-fraud-all.txt", Run.of("check", "--all", CARD_FRAUD).out());
  }

  @Test
  void givesTheWorstVerdictOfSeveralSystems() {
    Run run = Run.of("check", "--quiet", EXAMPLES);
    assertThat(run.code()).isEqualTo(1);
    Golden.assertMatches("check/examples-quiet.txt", run.out());
  }

  @Test
  void writesJson() {
    Run run = Run.of("check", "--format", "json", CARD_FRAUD);
    assertThat(Contract.errors(run.out())).isEmpty();
    Golden.assertMatches("check/card-fraud.json", Contract.withoutVersions(run.out()));
  }

  @Test
  void writesJsonOfSeveralSystems() {
    Run run = Run.of("check", "--format=json", EXAMPLES);
    assertThat(Contract.errors(run.out())).isEmpty();
  }

  @Test
  void writesSarif() {
    Run run = Run.of("check", "--format", "SARIF", CARD_FRAUD);
    Golden.assertMatches("check/card-fraud.sarif", Contract.withoutVersions(run.out()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif"})
  void theSameInputGivesTheSameBytes(String format) {
    assertThat(Run.of("check", "--format", format, CARD_FRAUD))
        .isEqualTo(Run.of("check", "--format", format, CARD_FRAUD));
  }

  @Test
  void softensTheGateIfAsked() throws IOException {
    write(SMALL);
    assertThat(Run.of("check", "--fail-on", "never", folder.toString()).code()).isZero();
  }

  @Test
  void judgesForAnotherDay() {
    String quality = EXAMPLES + "/quality-inspection";
    assertThat(Run.of("check", quality).code()).isZero();
    Run later = Run.of("check", "--as-of", "2031-01-01", quality);
    assertThat(later.code()).isEqualTo(1);
    assertThat(later.out()).contains("as of 2031-01-01");
  }

  @Test
  void writesAFileInsteadOfStandardOutput() throws IOException {
    Path report = folder.resolve("new/report.json");
    Run run = Run.of("check", "--format", "json", "--out", report.toString(), CARD_FRAUD);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(Contract.errors(Files.readString(report))).isEmpty();
    try (var files = Files.list(report.getParent())) {
      assertThat(files).containsExactly(report);
    }
  }

  @Test
  void refusesToWriteOverAFolder() {
    Run run = Run.of("check", "--out", folder.toString(), CARD_FRAUD);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--out").contains("Name another");
  }

  @Test
  void saysWhereItLookedInVain() {
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    Golden.assertMatches(
        "check/nothing-found.txt", run.err().replace(folder.toString(), "some/folder"));
  }

  @Test
  void saysThatAPathDoesNotExist() {
    Run run = Run.of("check", folder.resolve("gone").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("gone does not exist. Name a folder or a countersign.yaml.");
  }

  @Test
  void showsEveryProblemOfAFileWithItsLine() throws IOException {
    write(SMALL.replace("task: classification", "task: clasification, colour: blue"));
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    Golden.assertMatches("check/problems.txt", run.err().replace(folder.toString(), "some/folder"));
  }

  @Test
  void ofManyThreatsTheGravestAreToldInFull() throws IOException {
    StringBuilder models = new StringBuilder();
    StringBuilder components = new StringBuilder("actors: { sender: public }\ncomponents:\n");
    for (int i = 0; i < 40; i++) {
      models.append("  copy-%d: { task: classification, origin: trained-here }\n".formatted(i));
      components.append("  api-%d: { runs: copy-%d, callers: [sender] }\n".formatted(i, i));
    }
    write(SMALL + models + components);
    Run some = Run.of("check", folder.toString());
    assertThat(some.out()).contains("further (").contains("shown by --all: ").contains(" more\n");
    Run all = Run.of("check", "--all", folder.toString());
    assertThat(all.out()).doesNotContain("shown by --all");
    assertThat(all.out().lines().count()).isGreaterThan(some.out().lines().count() * 2);
  }

  @Test
  void refusesTwoSystemsOfOneName() throws IOException {
    write(SMALL);
    Files.writeString(folder.resolve("other.countersign.yaml"), SMALL);
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("both describe a system small");
  }

  @Test
  void aSuggestionThatIsPastedUnfilledAnswersNothing() throws IOException {
    write(
        SMALL
            + """
            resolutions:
              evasion@sorter: { planned: { control: input-gate@sorter, owner: , ticket: , by: 2027-02-01 } }
            """);
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("owner").contains("ticket").contains("no verdict");
  }

  @Test
  void judgesByTheNearestPolicy() throws IOException {
    write(SMALL);
    Path policy = folder.resolve("countersign-policy.yaml");
    Files.writeString(policy, "countersign-policy: 1\ngate: { fail-on: never }\n");
    Run run = Run.of("check", "--format", "json", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\"failOn\": \"never\"").contains("countersign-policy.yaml");
  }

  @Test
  void namesThePolicyFromWhereTheUserIs() {
    Run run = Run.of("check", "--format", "json", EXAMPLES + "/coding-agent");
    assertThat(run.out())
        .contains("\"file\": \"../examples/coding-agent/countersign-policy.yaml\"");
  }

  @Test
  void saysWhatIsWrongWithThePolicy() throws IOException {
    write(SMALL);
    Files.writeString(
        folder.resolve("countersign-policy.yaml"), "countersign-policy: 1\ngat: {}\n");
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("unknown key 'gat'");
  }

  @Test
  void derivesByTheRulesOfTheOrganisationToo() throws IOException {
    write(SMALL);
    Path rule = folder.resolve("our-rules/house/inference/unloved-model/rule.yaml");
    Files.createDirectories(rule.getParent());
    Files.writeString(
        rule,
        """
        family: unloved-model
        title: Model that nobody loves
        stage: inference
        on: model
        effort: low
        harm: integrity
        path: influence input
        explain: Somebody has to care.
        when: model.task == 'classification'
        because: ["{model} is alone."]
        techniques: [AML.T0015]
        references: [AIX:evasion]
        controls: [input-gate]
        """);
    Files.writeString(
        folder.resolve("countersign-policy.yaml"),
        "countersign-policy: 1\npacks: [our-rules/house]\n");
    Run run = Run.of("check", "--all", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("unloved-model@sorter").contains("sorter is alone.");
  }

  @Test
  void saysWhatIsWrongWithTheRulesOfTheOrganisation() throws IOException {
    write(SMALL);
    Path rule = folder.resolve("our-rules/house/inference/broken/rule.yaml");
    Files.createDirectories(rule.getParent());
    Files.writeString(rule, "family: broken\n");
    Path policy = folder.resolve("countersign-policy.yaml");
    Files.writeString(policy, "countersign-policy: 1\npacks: [our-rules/house]\n");
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("rule.yaml").contains("no verdict");
  }

  @Test
  void readsNoRulesOutsideTheRepository() throws IOException {
    write(SMALL);
    Path policy = folder.resolve("countersign-policy.yaml");
    Files.writeString(policy, "countersign-policy: 1\npacks: [../elsewhere]\n");
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("outside the repository");
  }

  @Test
  void refusesAPolicyThatIsNotThere() {
    Run run = Run.of("check", "--policy", folder.resolve("none.yaml").toString(), CARD_FRAUD);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.yaml does not exist");
  }

  @Test
  void foldsToTheTerminalThatTheEnvironmentTellsOf() {
    Map<String, String> narrow = Map.of("COLUMNS", "60");
    Run run = Run.in(narrow, false, StandardCharsets.UTF_8, "check", CARD_FRAUD);
    assertThat(run.lines()).allMatch(line -> line.length() <= 60 || !line.strip().contains(" "));
    Run wider = Run.in(narrow, false, StandardCharsets.UTF_8, "check", "--width=100", CARD_FRAUD);
    assertThat(wider.out()).isEqualTo(Run.of("check", CARD_FRAUD).out());
  }

  @Test
  void writesAsciiWhereTheTerminalKnowsNothingElse() {
    Run run = Run.in(Map.of(), false, StandardCharsets.US_ASCII, "check", CARD_FRAUD);
    assertThat(run.out()).contains("cardholder -> scoring-api -> fraud-gbt").doesNotContain("?");
  }

  @Test
  void writesColoursOnATerminalOrWhereTheyAreAskedFor() {
    Map<String, String> none = Map.of();
    Run terminal = Run.in(none, true, StandardCharsets.UTF_8, "check", CARD_FRAUD);
    assertThat(terminal.out()).startsWith("\u001b[1;31mFAIL");
    assertThat(Run.of("check", "--color", "always", CARD_FRAUD)).isEqualTo(terminal);
    assertThat(Run.in(none, true, StandardCharsets.UTF_8, "check", "--color=never", CARD_FRAUD))
        .isEqualTo(Run.of("check", CARD_FRAUD));
    Map<String, String> dumb = Map.of("TERM", "dumb");
    assertThat(Run.in(dumb, true, StandardCharsets.UTF_8, "check", CARD_FRAUD))
        .isEqualTo(Run.of("check", CARD_FRAUD));
  }

  @Test
  void hostileTextOfAFileReachesNobody() throws IOException {
    write(
        SMALL.replace(
            "Sorts mail.", "\"\\e[2J\\e]0;x\\a \\u202Etxet\\u2069 <script>alert(1)</script>\""));
    for (String format : new String[] {"text", "json", "sarif"}) {
      Run run = Run.of("check", "--format", format, folder.toString());
      assertThat(run.code()).as(run.err()).isLessThan(2);
      assertThat(run.out().chars().filter(c -> c != '\n'))
          .as(format)
          .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
  }

  @Test
  void hostileProblemsReachNobodyEither() throws IOException {
    write(SMALL + "\u001b[2J\u202e: 1\n");
    Run run = Run.of("check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().chars().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("countersign.yaml"), text);
    // The root of a repository: nothing above is looked at.
    Files.createDirectories(folder.resolve(".git"));
  }
}
