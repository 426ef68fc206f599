package dev.countersign.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Systems;
import org.junit.jupiter.api.Test;

class MarkdownEscapesTest {
  @Test
  void sentencesEndWithoutABackslash() {
    assertThat(Pages.markdown(CardFraud.checked())).doesNotContain("\\.", "\\)");
    assertThat(Pages.markdown(Systems.checked(Systems.example("support-assistant"))))
        .doesNotContain("\\.", "\\)");
  }

  @Test
  void whatBeginsAListOrAHeadingIsEscapedOnlyAtTheStart() {
    assertThat(InertMarkdown.of("1. item")).isEqualTo("1\\. item");
    assertThat(InertMarkdown.of("- item")).isEqualTo("\\- item");
    assertThat(InertMarkdown.within("1. item")).isEqualTo("1. item");
    assertThat(InertMarkdown.within(" - item).")).isEqualTo(" - item).");
  }

  @Test
  void whatMeansSomethingAnywhereIsEscapedAnywhere() {
    assertThat(InertMarkdown.within("_it_ *b* [x](y) @all www.x"))
        .isEqualTo("\\_it\\_ \\*b\\* \\[x\\]\\(y) @<!-- -->all www<!-- -->.x");
  }

  @Test
  void aNumberInTwoPartsIsStillNoList() {
    assertThat(Phrase.of("1").then(". item").merged().runs()).hasSize(1);
    assertThat(Pages.markdown(CardFraud.withPurpose("1) item"))).contains("\n1\\) item\n");
  }
}
