package dev.countersign.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.report.diagram.layout.Layout;
import dev.countersign.report.diagram.scene.Scene;
import dev.countersign.report.diagram.svg.Paint;
import dev.countersign.report.diagram.svg.SvgPicture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HostileDiagramTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "]]>",
        "<![CDATA[",
        "<!-- -->",
        "&lt;&amp;&#60;",
        "\" onload=\"alert(1)",
        "' onload='alert(1)",
        "</text></svg><svg onload=alert(1)>",
        "</style><script>alert(1)</script>",
        "\u001b[31mred\u0007",
        "\u202egnp.exe",
        "a\u0000b\uFFFEc\uD800d",
        "line\nline\r\ttab\u2028end"
      })
  void textIsOnlyText(String text) {
    for (Paint paint : Paint.values()) {
      Scene scene = HostileScene.with(text);
      Document svg = Svg.parse(SvgPicture.of(scene, Layout.of(scene), paint));
      assertThat(Svg.all(svg, "script")).isEmpty();
      assertThat(Svg.all(svg, "svg")).hasSize(1);
      assertThat(Svg.all(svg, "*")).noneMatch(element -> element.hasAttribute("onload"));
      assertThat(svg.getDocumentElement().getTextContent())
          .doesNotContain("\u001b", "\u202e", "\u0007", "\u2028");
    }
  }

  @ParameterizedTest
  @EnumSource(Paint.class)
  void whatIsShownIsWhatStandsThere(Paint paint) {
    Scene scene = HostileScene.with("a<b>&c");
    Document svg = Svg.parse(SvgPicture.of(scene, Layout.of(scene), paint));
    assertThat(Svg.all(svg, "text").stream().map(Element::getTextContent)).contains("a<b>&c");
  }
}
