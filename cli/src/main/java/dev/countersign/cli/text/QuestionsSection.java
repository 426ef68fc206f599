package dev.countersign.cli.text;

import dev.countersign.assess.Checked;
import dev.countersign.assess.next.QuestionGroup;
import dev.countersign.assess.next.QuestionStep;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.report.words.Words;
import java.util.List;

/** What is not known and would say more, the most decisive first. */
final class QuestionsSection {
  private static final int USUAL = 10;
  private static final int DECIDES = 3;
  private static final int ELEMENTS = 6;
  private static final int INDENT = 2;
  private static final int TEXT = 4;

  private QuestionsSection() {}

  static void write(Page page, Checked system, Detail detail) {
    List<QuestionGroup> questions = QuestionGroup.of(system.assessment());
    if (questions.isEmpty()) {
      return;
    }
    int shown = Math.min(questions.size(), detail.most(USUAL));
    page.blank()
        .line(
            Line.of(Style.STRONG, "QUESTIONS")
                .gap()
                .add(Style.FAINT, "facts that nobody stated and that decide something"));
    questions.subList(0, shown).forEach(question -> write(page, system, question, detail));
    if (shown < questions.size()) {
      page.line(
          INDENT, Line.of(Style.FAINT, "and " + (questions.size() - shown) + " more with --all"));
    }
  }

  private static void write(Page page, Checked system, QuestionGroup group, Detail detail) {
    String text = group.text(detail.most(ELEMENTS));
    page.labelled(INDENT, Line.of(page.terminal().bullet()), TEXT, Line.of(text));
    page.line(
        TEXT,
        TEXT + 2,
        Wording.places(group.places(), detail.most(ELEMENTS), system)
            .gap()
            .add(QuestionStep.line(group.questions().getFirst())));
    page.line(TEXT, TEXT + 2, Line.of(Style.FAINT, decides(group.threats(), detail)));
  }

  private static String decides(List<String> all, Detail detail) {
    int shown = Math.min(all.size(), detail.most(DECIDES));
    return shown == all.size()
        ? "Decides " + Words.and(all)
        : "Decides "
            + String.join(", ", all.subList(0, shown))
            + " and "
            + (all.size() - shown)
            + " more";
  }
}
