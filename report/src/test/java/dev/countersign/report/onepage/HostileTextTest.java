package dev.countersign.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.CardFraud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
  @Test
  void markupIsTextInHtml() {
    assertThat(
            Pages.html(CardFraud.withPurpose("<script>alert(1)</script> & <img src=x onerror=y>")))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img src=x onerror=y&gt;")
        .doesNotContain("<script", "<img");
  }

  @Test
  void markupIsTextInPdf() {
    byte[] pdf = Pages.pdf(CardFraud.withPurpose("<script>alert(1)</script> ]]> <!-- & -->"));
    assertThat(Pages.textOf(pdf)).contains("<script>alert(1)</script> ]]> <!-- & -->");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://evil.example/p.png)",
        "[x](javascript:alert(1))",
        "a | b",
        "`code`",
        "**bold** _it_",
        "<b>html</b>",
        "~~gone~~",
        "# heading",
        "@everyone",
        "https://evil.example/x",
        "www.evil.example",
        "- item",
        "1. item",
        "> quote"
      })
  void noMarkdownComesThrough(String text) {
    String line =
        Pages.markdown(CardFraud.withPurpose(text)).lines().skip(2).findFirst().orElseThrow();
    assertThat(line)
        .doesNotContain("![x", "](h", "](j", "<b>")
        .doesNotContainPattern("(?<!\\\\)[`*_|\\[\\]~]")
        .doesNotStartWith("#")
        .doesNotStartWith("- ")
        .doesNotStartWith("1. ")
        .doesNotStartWith(">")
        .doesNotContainPattern("(?<![\\w\\\\])@\\w")
        .doesNotContain("https://", "www.");
  }

  @Test
  void whatCannotBeSeenIsShown() {
    String page = Pages.markdown(CardFraud.withPurpose("a\u202Eb\u001B[31mc\u0000d"));
    assertThat(page).contains("a&lt;U+202E&gt;b&lt;U+001B&gt;\\[31mc&lt;U+0000&gt;d");
    assertThat(Pages.textOf(Pages.pdf(CardFraud.withPurpose("a\u202Eb\u001B[31mc\u0000d"))))
        .contains("a<U+202E>b<U+001B>[31mc<U+0000>d");
  }

  @Test
  void lettersThatNoFontHasAreShownByTheirNumber() {
    byte[] pdf = Pages.pdf(CardFraud.withPurpose("Prüft 支付 für Łódź."));
    assertThat(Pages.textOf(pdf)).contains("Prüft <U+652F><U+4ED8> für Łódź.");
    assertThat(Pages.html(CardFraud.withPurpose("支付"))).contains("支付");
  }

  @Test
  void aWordWithoutEndDoesNotLeaveThePage() {
    byte[] pdf = Pages.pdf(CardFraud.withPurpose("x".repeat(2000)));
    assertThat(Pages.pages(pdf)).isEqualTo(1);
  }
}
