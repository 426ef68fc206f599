package dev.countersign.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Audience;
import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DiagramTest {
  private static final Tool TOOL = new Tool("test", new TreeMap<>());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card-fraud",
        "coding-agent",
        "demand-forecast",
        "quality-inspection",
        "support-assistant"
      })
  void examplesAreDrawnAsTheyWere(String example) {
    Report report = Report.of(Systems.checked(Systems.example(example)), TOOL);
    Golden.assertMatches("diagram/" + example + ".svg", Diagram.svg(report));
  }

  @Test
  void aPathIsHighlighted() {
    Checked checked = Systems.checked(Systems.example("card-fraud"));
    String svg = Diagram.svg(highlighting(checked, "model-extraction@fraud-gbt"));
    Golden.assertMatches("diagram/card-fraud-highlighted.svg", svg);
    assertThat(svg)
        .contains(
            "Highlighted: Model extraction by querying (model-extraction@fraud-gbt)."
                + " Path: cardholder \u2192 scoring-api \u2192 fraud-gbt.");
  }

  @Test
  void printHasItsColoursOnEveryPart() {
    String svg = Diagram.print(highlighting(CardFraud.checked(), "evasion@fraud-gbt"));
    Golden.assertMatches("diagram/print.svg", svg);
    assertThat(svg).doesNotContain("<style", "class=\"d-", "var(", "textLength");
  }

  @Test
  void whatDoesNotDeriveIsNotHighlightedAndTheCaptionSaysSo() {
    String svg = Diagram.svg(highlighting(CardFraud.checked(), "nonsense@nothing"));
    assertThat(svg)
        .contains("No threat nonsense@nothing derives from this system")
        .doesNotContain("opacity");
  }

  @Test
  void theFormatIsTheDiagramInOneFile() {
    Report report = Report.of(CardFraud.checked(), TOOL);
    List<Rendered> files = new SvgFormat().render(report);
    assertThat(files).hasSize(1);
    assertThat(files.getFirst().suffix()).isEqualTo("svg");
    assertThat(new String(files.getFirst().content(), StandardCharsets.UTF_8))
        .isEqualTo(Diagram.svg(report));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everySystemIsWellFormedWithIdsOfItsOwn(boolean screen) {
    Systems.all()
        .forEach(file -> {
          Report report = Report.of(Systems.checked(file), TOOL);
          Document svg = Svg.parse(screen ? Diagram.svg(report) : Diagram.print(report));
          assertThat(ids(svg)).hasSizeGreaterThan(1).doesNotHaveDuplicates();
          everyIdReferredToIsThere(svg);
          textStaysInThePicture(svg);
        });
  }

  private static List<String> ids(Document svg) {
    return Svg.all(svg, "*").stream()
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private static void everyIdReferredToIsThere(Document svg) {
    String labels = svg.getDocumentElement().getAttribute("aria-labelledby");
    assertThat(ids(svg)).contains(labels.split(" "));
  }

  private static void textStaysInThePicture(Document svg) {
    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    for (Element text : Svg.all(svg, "text")) {
      String length = text.getAttribute("textLength");
      double end =
          Double.parseDouble(text.getAttribute("x"))
              + (length.isEmpty() ? 0 : Double.parseDouble(length));
      assertThat(end).as(text.getTextContent()).isBetween(0.0, width);
    }
  }

  @Test
  void everyShapeAndLineSaysWhatItIs() {
    Document svg = Svg.parse(Diagram.svg(Report.of(CardFraud.checked(), TOOL)));
    List<String> titles = new ArrayList<>();
    NodeList groups = svg.getElementsByTagNameNS("*", "g");
    for (int i = 1; i < groups.getLength(); i++) {
      titles.add(groups.item(i).getChildNodes().item(1).getTextContent());
    }
    assertThat(titles)
        .contains(
            "model fraud-gbt, 2 open", "scoring-api asks fraud-gbt; fraud-gbt answers scoring-api");
  }

  private static Report highlighting(Checked checked, String threat) {
    return new Report(checked, TOOL, Audience.ALL, Optional.of(threat), Optional.empty());
  }
}
