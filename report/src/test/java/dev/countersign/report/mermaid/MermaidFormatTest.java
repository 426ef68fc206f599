package dev.countersign.report.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.report.Audience;
import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.report.diagram.HostileScene;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidFormatTest {
  private static final Tool TOOL = new Tool("test", new TreeMap<>());

  /** Every line that a chart of ours can have, with no text in it that is not in quotes. */
  private static final String TEXT = "\"[\\p{L}\\p{N} .,\\-/:()#;<>\u2192\u25b2]*\"";

  private static final List<String> LINES =
      List.of(
          "---",
          "title: \"[\\p{L}\\p{N} .,\\-/:()@\u2192\u25b2]*\"",
          "flowchart TB",
          "  accTitle: [\\p{L}\\p{N} .,\\-/:()@\u2192\u25b2]*",
          "  accDescr: [\\p{L}\\p{N} .,\\-/:()@\u2192\u25b2]*",
          "  subgraph z\\d+\\[" + TEXT + "\\]",
          "  end",
          " {2,4}n\\d+[\\[({>/]{1,2}" + TEXT + "[\\])}/]{1,2}",
          "  n\\d+ <?-\\.?->\\|" + TEXT + "\\| n\\d+",
          "  classDef path stroke:#0b5cad,stroke-width:4px",
          "  class n\\d+(,n\\d+)* path",
          "  linkStyle \\d+ stroke:#0b5cad,stroke-width:4px");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card-fraud",
        "coding-agent",
        "demand-forecast",
        "quality-inspection",
        "support-assistant"
      })
  void examplesAreWrittenAsTheyWere(String example) {
    Report report = Report.of(Systems.checked(Systems.example(example)), TOOL);
    Golden.assertMatches("diagram/" + example + ".mmd", text(report));
  }

  @Test
  void aPathIsHighlightedAndNumbered() {
    Report report =
        new Report(
            CardFraud.checked(),
            TOOL,
            Audience.ALL,
            Optional.of("membership-inference@fraud-gbt"),
            Optional.empty());
    Golden.assertMatches("diagram/highlighted.mmd", text(report));
  }

  @Test
  void everySystemIsMadeOfKnownLines() {
    Systems.all()
        .forEach(file -> assertIsMadeOfKnownLines(text(Report.of(Systems.checked(file), TOOL))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"] click n0 \"javascript:alert(1)\"",
        "%%{init: {\"securityLevel\":\"loose\"}}%%",
        "end",
        "`**markdown**`",
        "<script>alert(1)</script>",
        "a\nclick n0 href \"https://x.example\"",
        "#quot;#35;",
        "|] --> n9",
        "]]>",
        "\u001b[31m\u202e",
        "}\naccDescr { x"
      })
  void textIsOnlyText(String text) {
    String chart = Flowchart.of(HostileScene.with(text));
    assertIsMadeOfKnownLines(chart);
    assertThat(chart.lines().filter("  end"::equals)).hasSize(1);
    assertThat(chart).doesNotContain("<script", "javascript:alert(1)\"", "\u001b", "\u202e", "`");
  }

  private static void assertIsMadeOfKnownLines(String chart) {
    assertThat(chart.lines())
        .allSatisfy(line -> assertThat(LINES).as(line).anyMatch(line::matches));
  }

  private static String text(Report report) {
    List<Rendered> files = new MermaidFormat().render(report);
    assertThat(files).hasSize(1);
    assertThat(files.getFirst().suffix()).isEqualTo("mmd");
    return new String(files.getFirst().content(), StandardCharsets.UTF_8);
  }
}
