package dev.countersign.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
  private static final Terminal PLAIN = new Terminal(100, false, true);

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 120})
  void looksRightAtAnyWidth(int width) {
    String text = report(CardFraud.checked(), new Terminal(width, false, true), Detail.USUAL);
    Golden.assertMatches("text/usual-" + width + ".txt", text);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 120})
  void noLineIsLongerThanTheTerminal(int width) {
    String text = report(CardFraud.checked(), new Terminal(width, false, true), Detail.ALL);
    assertThat(text.lines()).allMatch(line -> line.length() <= width);
  }

  @Test
  void saysEverythingIfAsked() {
    Golden.assertMatches("text/all.txt", report(CardFraud.checked(), PLAIN, Detail.ALL));
  }

  @Test
  void saysTheVerdictOnlyIfAsked() {
    assertThat(report(CardFraud.checked(), PLAIN, Detail.QUIET))
        .isEqualTo(
            "FAIL  card-fraud  6 threats: 2 open, 1 unproven, 1 planned, 1 accepted, 1 controlled;"
                + " 2 questions\n");
  }

  @Test
  void sayTheWorstOfSeveralSystemsFirst() {
    Checked system = CardFraud.checked();
    String text = TextReport.of(List.of(system, system), PLAIN, Detail.USUAL);
    assertThat(text).startsWith("FAIL  2 systems, 2 fail\nFAIL  card-fraud  6 threats");
  }

  @Test
  void ofManySystemsItTellsTheVerdictsOnly() {
    List<Checked> many = Collections.nCopies(11, CardFraud.checked());
    assertThat(TextReport.of(many, PLAIN, Detail.USUAL))
        .startsWith("FAIL  11 systems, 11 fail\nFAIL  card-fraud  6 threats")
        .endsWith("\nOne in full: countersign check PATH. Everything: --all.\n")
        .hasLineCount(14);
    assertThat(TextReport.of(many, PLAIN, Detail.ALL)).contains("NEXT");
  }

  @Test
  void colourCarriesNoMeaningAlone() {
    Terminal colourful = new Terminal(100, true, true);
    String text = report(CardFraud.checked(), colourful, Detail.ALL);
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(report(CardFraud.checked(), PLAIN, Detail.ALL));
    Golden.assertMatches("text/colour.txt", text);
  }

  @Test
  void canBeWrittenInAscii() {
    String text = report(CardFraud.checked(), new Terminal(80, false, false), Detail.ALL);
    assertThat(text.chars()).allMatch(c -> c < 0x80);
  }

  @Test
  void hostileTextReachesNoTerminal() {
    Checked hostile =
        CardFraud.withPurpose("\u001b]0;owned\u0007\u001b[2JPASS \u202etxet\u2069 <script>");
    String text = report(hostile, PLAIN, Detail.ALL);
    assertThat(text.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    assertThat(text).doesNotContain("\u202e").contains("<U+202E>txet");
  }

  @Test
  void theSameInputGivesTheSameText() {
    assertThat(report(CardFraud.checked(), PLAIN, Detail.ALL))
        .isEqualTo(report(CardFraud.checked(), PLAIN, Detail.ALL));
  }

  private static String report(Checked system, Terminal terminal, Detail detail) {
    return TextReport.of(List.of(system), terminal, detail);
  }
}
