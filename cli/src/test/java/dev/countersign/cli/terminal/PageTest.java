package dev.countersign.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
  private static final Terminal PLAIN = new Terminal(40, false, true);

  @Test
  void foldsAtSpacesAndHangsWhatFollows() {
    String text =
        new Page(PLAIN)
            .line(2, 4, Line.of("one two three four five six seven eight nine ten"))
            .toString();
    assertThat(text).isEqualTo("  one two three four five six seven\n    eight nine ten\n");
  }

  @Test
  void letsAWordThatIsTooLongStandAlone() {
    String word = "x".repeat(50);
    assertThat(new Page(PLAIN).line("a " + word + " b").toString())
        .isEqualTo("a\n" + word + "\nb\n");
  }

  @Test
  void putsTwoPartsAtBothEnds() {
    assertThat(new Page(PLAIN).ends(2, 4, Line.of("left"), Line.of("right")).toString())
        .isEqualTo("  left                             right\n");
  }

  @Test
  void putsTwoPartsBelowEachOtherWhereTheyDoNotFit() {
    Line left = Line.of("x".repeat(30));
    assertThat(new Page(PLAIN).ends(0, 4, left, Line.of("y".repeat(10))).toString())
        .isEqualTo("x".repeat(30) + "\n    " + "y".repeat(10) + "\n");
  }

  @Test
  void leavesAtMostOneLineEmpty() {
    assertThat(new Page(PLAIN).blank().line("a").blank().blank().line("b").toString())
        .isEqualTo("a\n\nb\n");
  }

  @Test
  void gluesWhatHasNoSpaceBetween() {
    assertThat(new Page(PLAIN).line(Line.of("a").add(Style.BAD, "b").add(" c")).toString())
        .isEqualTo("ab c\n");
  }

  @Test
  void writesColoursOnlyWhereTheyAreWanted() {
    Line line = Line.of(Style.BAD, "FAIL").add(" it");
    assertThat(new Page(new Terminal(40, true, true)).line(line).toString())
        .isEqualTo("\u001b[1;31mFAIL \u001b[0mit\n");
    assertThat(new Page(PLAIN).line(line).toString()).isEqualTo("FAIL it\n");
  }

  @Test
  void endsEachColourOnTheLineWhereItStarted() {
    String text =
        new Page(new Terminal(40, true, true))
            .line(Line.of(Style.WARN, "w".repeat(30) + " " + "v".repeat(30)))
            .toString();
    assertThat(text.lines()).allMatch(line -> line.endsWith("\u001b[0m"));
  }

  @Test
  void countsIdeographsAsTwoColumns() {
    assertThat(new Page(PLAIN).line("模".repeat(15) + " " + "型".repeat(5)).toString())
        .isEqualTo("模".repeat(15) + "\n" + "型".repeat(5) + "\n");
  }

  @Test
  void writesAsciiWhereNothingElseCanBeWritten() {
    Terminal ascii = new Terminal(40, false, false);
    assertThat(new Page(ascii).line("a → “é”…").toString()).isEqualTo("a -> \"<U+00E9>\"...\n");
    assertThat(ascii.arrow() + ascii.bullet() + ascii.rule(2)).isEqualTo("->---");
  }

  @Test
  void neverWritesAControlCharacterOfItsInput() {
    String hostile = "a\u001b[2Jb\u009b31mc\u202ed\u2066e\rf\u0007g\u2028h";
    String text = new Page(PLAIN).line(hostile).toString();
    assertThat(text.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    assertThat(text).contains("a<U+001B>[2Jb");
  }

  @Test
  void keepsWidthsWithinWhatCanBeRead() {
    assertThat(new Terminal(1, false, true).width()).isEqualTo(40);
    assertThat(new Terminal(400, false, true).width()).isEqualTo(120);
  }
}
