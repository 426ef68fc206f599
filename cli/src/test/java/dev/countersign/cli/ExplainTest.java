package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.explain.FindingRule;
import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
  private static final String CARD_FRAUD = "../examples/card-fraud";

  @ParameterizedTest
  @CsvSource({
    "threat, evasion@fraud-gbt",
    "element, scoring-api",
    "control-claim, rate-limiting@scoring-api",
    "family, evasion",
    "control, model-signing",
    "technique, AML.T0020",
    "finding-rule, overdue-plan",
    "kind, actor",
    "form, planned"
  })
  void tellsEverythingAboutAnId(String name, String id) {
    Run run = Run.of("explain", id, CARD_FRAUD);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.assertMatches("explain/" + name + ".txt", run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LLM06:2026", "NISTAML.031", "ML05:2023", "AIA:15(5)-data-poisoning"})
  void knowsEveryCatalogue(String id) {
    Run run = Run.of("explain", id);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(id);
  }

  @Test
  void aSystemIsExplainedByItsId() {
    Run run = Run.of("explain", "card-fraud", "../examples/card-fraud");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("card-fraud  a system", "Declines card payments", "1 model", "open question")
        .contains("examples/card-fraud/countersign.yaml");
  }

  @Test
  void suggestsTheNearestId() {
    Run run = Run.of("explain", "evasoin");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'evasoin'").contains("Did you mean evasion?");
  }

  @Test
  void judgesForAnotherDay() {
    String claim = "model-extraction@fraud-gbt";
    assertThat(Run.of("explain", claim, CARD_FRAUD).out()).contains("planned by 2027-01-15");
    assertThat(Run.of("explain", "--as-of", "2027-01-16", claim, CARD_FRAUD).out())
        .contains("OPEN")
        .doesNotContain("planned until 2027-01-15");
  }

  @Test
  void echoesNoControlCharacters() {
    assertThat(Run.of("explain", "\u001b[2J").err()).doesNotContain("\u001b");
  }

  @Test
  void knowsEveryFindingThatTheAssessmentCanMake() throws IOException {
    Set<String> explained = new TreeSet<>();
    assessed().forEach(rule -> FindingRule.of(rule).ifPresent(known -> explained.add(known.id())));
    assertThat(explained).isEqualTo(assessed()).isNotEmpty();
  }

  @Test
  void explainsNoFindingThatIsNeverMade() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path source : sources()) {
      text.append(Files.readString(source));
    }
    assertThat(FindingRule.all())
        .filteredOn(rule -> text.indexOf('"' + rule.id() + '"') < 0)
        .isEmpty();
  }

  /** The assessment names its rules where it makes findings. */
  private static Set<String> assessed() throws IOException {
    Pattern made = Pattern.compile("new Finding\\(\\s*\"([a-z-]+)\"");
    Set<String> rules = new TreeSet<>();
    for (Path source : sources()) {
      made.matcher(Files.readString(source)).results().forEach(match -> rules.add(match.group(1)));
    }
    return rules;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../assess/src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
