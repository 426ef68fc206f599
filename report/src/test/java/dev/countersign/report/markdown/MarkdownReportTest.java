package dev.countersign.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>());
  private static final Path HOSTILE = Path.of("src/test/resources/hostile/countersign.yaml");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant"})
  void looksAsItDid(String example) {
    Golden.assertMatches(
        "markdown/" + example + ".md", text(Systems.checked(Systems.example(example))));
  }

  @Test
  void ofSeveralSystemsItHasAnOverviewFirst() {
    List<Checked> both = Systems.examples().stream().limit(3).map(Systems::checked).toList();
    Golden.assertMatches("markdown/several.md", MarkdownReport.of(both, TOOL));
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everySystemFitsOneComment(Path file) {
    assertThat(text(Systems.checked(file)).length()).isLessThanOrEqualTo(MarkdownReport.MOST);
  }

  @Test
  void anAcceptanceThatEndedIsNoAnswer() throws IOException {
    Path file = folder.resolve("countersign.yaml");
    Files.writeString(
        file,
        """
        countersign: 1
        system: { id: example, purpose: Is an example. }
        actors: { visitor: { trust: public, gains: money } }
        models: { m: { task: classification, origin: trained-here, exposes: [score] } }
        components: { shop: { runs: m, callers: [visitor] } }
        resolutions:
          evasion@m:
            accepted: { by: Risk Committee, until: 2026-09-30, reason: It is rare., record: MRC-31 }
        """);
    assertThat(text(Systems.checked(file)))
        .contains("| Inference | **OPEN** | The acceptance ended on 2026-09-30. |")
        .doesNotContain("Accepted by Risk Committee");
  }

  @Test
  void rowsLeadToTheirLines() {
    assertThat(text(CardFraud.checked()))
        .contains("[`countersign.yaml:23`](./countersign.yaml#L23)")
        .contains("[line 23](./countersign.yaml#L23)");
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 1_500, 2_500, 3_000})
  void whereThereIsLittleRoomWholeRowsGoAndAreCounted(int most) {
    String text = MarkdownReport.of(List.of(CardFraud.checked()), TOOL, most);
    assertThat(text.length()).isLessThanOrEqualTo(most);
    assertThat(text).contains("left out").startsWith("## FAIL card-fraud").endsWith("</sub>\n");
    assertThat(count(text, "<details>")).isEqualTo(count(text, "</details>"));
    assertThat(text.lines().filter(line -> line.startsWith("|")))
        .allMatch(line -> line.endsWith("|"));
  }

  @Test
  void manySystemsFitOneComment() {
    String text = MarkdownReport.of(Collections.nCopies(2_000, CardFraud.checked()), TOOL);
    assertThat(text.length()).isLessThanOrEqualTo(MarkdownReport.MOST);
    assertThat(text).startsWith("## Countersign: 2000 of 2000 fail").contains("left out");
  }

  @Test
  void textOfAHostileModelIsNoMarkup() {
    String text = text(Systems.checked(HOSTILE));
    assertThat(text.replaceAll("</?(details|summary|br|sub|code)>", "")).doesNotContain("<");
    assertThat(text).doesNotContain("](j", "**bold**", "\u202e", "\u001b", "\u0007", "<!--");
  }

  @Test
  void textOfAHostileModelCallsNobodyAndRunsNothing() {
    String text = text(Systems.checked(HOSTILE));
    assertThat(text).doesNotContain("@everyone", "@org/", "@security-team");
    assertThat(text.replace("](./", ""))
        .doesNotContainPattern("(?<!&)#\\d|![0-9A-Z]|GH-\\d|://|www\\.");
    assertThat(text.lines())
        .noneMatch(line -> line.startsWith("/") || line.strip().startsWith("/"));
  }

  @Test
  void aCellOfAHostileModelStaysOneCell() {
    String text = text(Systems.checked(HOSTILE));
    text.lines()
        .filter(line -> line.matches("\\| \\d+ \\|.*"))
        .forEach(line -> assertThat(line.replaceAll("[^|]", "").length()).as(line).isIn(6, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "# heading ~ \\# heading",
        "- item ~ \\- item",
        "1. item ~ 1\\. item",
        "in-word and 1.2 stay ~ in-word and 1.2 stay",
        "snake_case stays ~ snake_case stays",
        "_em_ *em* ~ \\_em\\_ \\*em\\*",
        "a | b ~ a &#124; b",
        "<b> & </b> ~ &lt;b&gt; &amp; &lt;/b&gt;"
      })
  void whatMeansSomethingInMarkdownIsEscaped(String text, String escaped) {
    assertThat(MarkdownText.of(text)).isEqualTo(escaped);
  }

  @Test
  void codeStaysCodeWhateverItHolds() {
    assertThat(Comment.code("a/b.yaml")).isEqualTo("`a/b.yaml`");
    assertThat(Comment.code("a`|`b")).isEqualTo("<code>a\\`&#124;\\`b</code>");
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static String text(Checked checked) {
    return MarkdownReport.of(List.of(checked), TOOL);
  }
}
