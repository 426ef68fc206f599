package dev.countersign.report.diagram.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
  private static final Typeface FACE = Typeface.REGULAR;

  @Test
  void textThatFitsStaysOnOneLine() {
    assertThat(Wrapping.lines("fraud-gbt", FACE, 12, 100)).containsExactly("fraud-gbt");
  }

  @Test
  void wordsAreKeptWholeWhereTheyFit() {
    assertThat(Wrapping.lines("supplier of code-host", FACE, 12, 80))
        .containsExactly("supplier of", "code-host");
  }

  @Test
  void idsBreakAfterTheirSigns() {
    assertThat(Wrapping.lines("customer-support_assistant.v2", FACE, 12, 75))
        .containsExactly("customer-", "support_", "assistant.v2");
  }

  @Test
  void whatHasNoSignBreaksWhereTheLineIsFull() {
    assertThat(Wrapping.lines("a".repeat(64), FACE, 12, 70))
        .allMatch(line -> FACE.width(line, 12) <= 70)
        .hasSizeGreaterThan(3);
  }

  @Test
  void linesGetWiderRatherThanTooMany() {
    assertThat(Wrapping.atMost(3, "a".repeat(64), FACE, 12, 70)).hasSize(3);
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertThat(Wrapping.lines("", FACE, 12, 70)).containsExactly("");
  }
}
