package dev.countersign.report.markdown;

import dev.countersign.assess.Checked;
import dev.countersign.assess.next.QuestionGroup;
import dev.countersign.report.words.Words;

/** One question in a list. */
final class QuestionRow {
  private static final int TEXT = 400;
  private static final int ELEMENTS = 6;

  private QuestionRow() {}

  static String of(QuestionGroup group, Checked system) {
    return "- "
        + Comment.text(group.text(ELEMENTS), TEXT)
        + " "
        + Comment.link(group.places().getFirst(), system)
        + ", decides "
        + Words.count(group.threats().size(), "threat")
        + "\n";
  }
}
