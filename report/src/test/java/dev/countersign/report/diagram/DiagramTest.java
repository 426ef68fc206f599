package dev.countersign.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.model.ElementKind;
import dev.countersign.report.Audience;
import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.report.diagram.layout.Layout;
import dev.countersign.report.diagram.scene.Emphasis;
import dev.countersign.report.diagram.scene.Link;
import dev.countersign.report.diagram.scene.Node;
import dev.countersign.report.diagram.scene.Scene;
import dev.countersign.report.diagram.svg.Paint;
import dev.countersign.report.diagram.svg.SvgPicture;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0 | It shows no shapes, no trust zones and no lines.",
        "1 | 0 | 0 | It shows 1 shape, no trust zones and no lines.",
        "2 | 1 | 0 | It shows 2 shapes, no trust zones and 1 line; trust does not rise along it.",
        "2 | 1 | 1 | It shows 2 shapes, no trust zones and 1 line; trust rises along it.",
        "3 | 2 | 0 | It shows 3 shapes, no trust zones and 2 lines; trust rises along none of them.",
        "3 | 2 | 1 | It shows 3 shapes, no trust zones and 2 lines; trust rises along 1 of them.",
        "3 | 2 | 2 | It shows 3 shapes, no trust zones and 2 lines; trust rises along all of them."
      })
  void theDescriptionIsPlainWordsWhateverTheNumbers(
      int shapes, int lines, int rising, String description) {
    Scene scene =
        new Scene(
            "k",
            "Data flow",
            List.of(),
            List.of(),
            IntStream.range(0, shapes).mapToObj(DiagramTest::shape).toList(),
            IntStream.range(0, lines).mapToObj(i -> line(i, i < rising)).toList());
    String svg = SvgPicture.of(scene, Layout.of(scene), Paint.SCREEN);
    assertThat(svg).contains("description\">" + description + "</desc>");
  }

  private static Node shape(int number) {
    return new Node(
        "n" + number,
        ElementKind.COMPONENT,
        "component",
        "n" + number,
        List.of(),
        0,
        Optional.empty(),
        Emphasis.NORMAL);
  }

  private static Link line(int number, boolean rises) {
    return new Link(
        "n" + number,
        "n" + (number + 1),
        List.of("asks"),
        List.of(),
        rises,
        0,
        OptionalInt.empty(),
        Emphasis.NORMAL);
  }

  private static Report highlighting(Checked checked, String threat) {
    return new Report(checked, TOOL, Audience.ALL, Optional.of(threat), Optional.empty());
  }
}
