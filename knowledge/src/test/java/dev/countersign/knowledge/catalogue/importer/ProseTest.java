package dev.countersign.knowledge.catalogue.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "See [the page](/go/page/).|See the page.",
        "See [the (old) page](https://a.example/x_(y)).|See the (old) page.",
        "A ![picture](/images/a.png)word.|A word.",
        "**Bold** and <sup>small</sup>.|Bold and small.",
        "Before<!-- hidden --> after.|Before after.",
        "As shown ({{ref:a-2024}}, {{ref:b-2024}}).|As shown.",
        "Unlike {{riskOther}}.|Unlike riskOther.",
        "Write <script> as it is.|Write <script> as it is.",
      })
  void keepsTheWordsAndDropsTheMarkup(String markdown, String plain) {
    assertThat(Prose.line(markdown)).isEqualTo(plain);
  }

  @Test
  void makesAParagraphOfLinesAndAnItemOfEachBullet() {
    assertThat(Prose.paragraphs("One\nline.\n\n- first\n  goes on\n- second\n\nLast."))
        .containsExactly("One line.", "- first goes on", "- second", "Last.");
  }

  @Test
  void takesTimeInProportionToItsText() {
    String nasty = "[".repeat(50_000) + "](".repeat(50_000) + "**".repeat(50_000);

    assertThat(Prose.line(nasty)).isNotEmpty();
  }
}
