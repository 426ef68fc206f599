package dev.countersign.cli.verdict;

import dev.countersign.derive.Question;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import java.util.List;
import java.util.Optional;

/** Turns a question into the line that answers it. */
public final class QuestionStep {
  private QuestionStep() {}

  static Step of(Question question, SystemModel system) {
    return new Step(
        question.text(),
        Optional.of(decides(question)),
        question.place(),
        system.element(question.fact().element()).map(element -> snippet(question, element)),
        List.of(),
        0);
  }

  /** What the answer settles, in a sentence. */
  private static String decides(Question question) {
    int count = question.decides().size();
    return count == 1
        ? "The answer decides whether " + question.decides().getFirst() + " is a threat."
        : "The answer decides " + count + " threats.";
  }

  private static Snippet snippet(Question question, Element element) {
    return new Snippet(
        element.kind().section(), List.of(element.id() + ": { " + line(question) + " }"));
  }

  /** The key with what may stand there: {@code labels: { writers: … }} for a nested one. */
  public static String line(Question question) {
    String answers = String.join(" | ", question.answers());
    String key = question.fact().key();
    int dot = key.indexOf('.');
    return dot < 0
        ? key + ": " + answers
        : key.substring(0, dot) + ": { " + key.substring(dot + 1) + ": " + answers + " }";
  }
}
