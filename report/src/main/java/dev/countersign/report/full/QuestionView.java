package dev.countersign.report.full;

import dev.countersign.assess.next.QuestionGroup;
import dev.countersign.assess.next.QuestionStep;
import dev.countersign.derive.Question;
import java.util.List;

/**
 * The same question about one or several elements.
 *
 * @param text what is asked
 * @param questions one for each element
 * @param decides how many threats the answers confirm or rule out
 * @param threats ids of these threats
 */
public record QuestionView(
    String text, List<Question> questions, int decides, List<String> threats) {
  private static final int NAMED = 12;

  public QuestionView {
    questions = List.copyOf(questions);
    threats = List.copyOf(threats);
  }

  /** The questions that decide most first. */
  static List<QuestionView> all(Page page) {
    return QuestionGroup.of(page.assessment()).stream().map(QuestionView::of).toList();
  }

  private static QuestionView of(QuestionGroup group) {
    return new QuestionView(
        group.text(NAMED), group.questions(), group.threats().size(), group.threats());
  }

  /** The line that answers a question. */
  public String line(Question question) {
    return question.fact().element() + ": { " + QuestionStep.line(question) + " }";
  }

  /** Names the elements without the question. */
  public List<String> elements() {
    return questions.stream().map(question -> question.fact().element()).toList();
  }
}
