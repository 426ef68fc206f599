package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a problem is printed. */
class ProblemTextTest {
  @Test
  void showsPlaceLineCaretExpectationAndNextStep() {
    assertThat(ProblemText.render(problem("    writer: [cardholder]", 5, 6)))
        .isEqualTo(
            """
            countersign.yaml:12:5  unknown key 'writer'
               12 |     writer: [cardholder]
                  |     ^^^^^^
                  expected  one of origin, writers
                  next      Did you mean 'writers'?
            """);
  }

  @Test
  void theCaretStandsRightBehindTabsAndWideCharacters() {
    assertThat(caretLine(problem("\t支払 x", 5, 1))).isEqualTo("      |          ^");
    assertThat(caretLine(problem("e\u0301 x", 4, 1))).isEqualTo("      |   ^");
  }

  @Test
  void aLongLineIsShownAroundTheCaret() {
    String line = "x".repeat(500) + "y" + "z".repeat(500);
    String[] lines = ProblemText.render(problem(line, 501, 1)).split("\n", -1);

    assertThat(lines[1]).startsWith("   12 | …xxx").endsWith("zzz…").hasSizeLessThanOrEqualTo(100);
    assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('y');
  }

  @Test
  void aCaretLongerThanTheLineOrBehindItsEndDoesNoHarm() {
    assertThat(caretLine(problem("abc", 2, Integer.MAX_VALUE))).isEqualTo("      |  ^^");
    assertThat(caretLine(problem("abc", 9, 3))).isEqualTo("      |    ^");
    assertThat(caretLine(problem("", 1, 1))).isEqualTo("      | ^");
  }

  @Test
  void nothingOfAFileReachesATerminalUnescaped() {
    Problem hostile =
        new Problem(
            "unknown-key",
            new Place("\u001B[2J.yaml", 1, 1),
            1,
            "unknown key '\u202Eevil\u0007'",
            Optional.of("\u200Bnothing\r"),
            "\u2028next",
            Optional.of("\u001B]0;title\u0007"));

    assertThat(ProblemText.render(hostile).replace("\n", "").codePoints())
        .allMatch(point -> point >= ' ' && point < 0x7F);
  }

  private static String caretLine(Problem problem) {
    return ProblemText.render(problem).split("\n", -1)[2];
  }

  private static Problem problem(String line, int column, int length) {
    return new Problem(
        "unknown-key",
        new Place("countersign.yaml", 12, column),
        length,
        "unknown key 'writer'",
        Optional.of("one of origin, writers"),
        "Did you mean 'writers'?",
        Optional.of(line));
  }
}
