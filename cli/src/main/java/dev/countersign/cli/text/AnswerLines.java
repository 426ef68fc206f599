package dev.countersign.cli.text;

import dev.countersign.assess.Answer;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.report.words.AnswerWords;

/** How a threat is answered, in a line below its heading. */
final class AnswerLines {
  private AnswerLines() {}

  static void write(Page page, int indent, Answer answer) {
    answer
        .resolution()
        .map(AnswerWords::says)
        .ifPresent(says -> page.line(indent, indent + 2, Line.of(Style.PLAIN, says)));
    answer
        .why()
        .ifPresent(
            why -> page.line(indent, indent + 2, Line.of(Wording.style(answer.state()), why)));
  }
}
