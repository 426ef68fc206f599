package dev.countersign.assess.next;

import dev.countersign.derive.Question;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import java.util.List;
import java.util.Optional;

/** Turns a question into the lines that answer it. */
public final class QuestionStep {
  /** Elements that are named, and lines that are shown, for one question about many. */
  private static final int ELEMENTS = 5;

  private QuestionStep() {}

  static Step of(QuestionGroup group, SystemModel system) {
    return new Step(
        group.text(ELEMENTS),
        Optional.of(decides(group.threats(), group.questions().size())),
        group.places().getFirst(),
        snippet(group, system),
        List.of(),
        0);
  }

  /** What the answers settle, in a sentence. */
  private static String decides(List<String> threats, int answers) {
    String settle = answers == 1 ? "The answer decides " : "The answers decide ";
    return settle
        + (threats.size() == 1
            ? "whether " + threats.getFirst() + " is a threat."
            : threats.size() + " threats.");
  }

  private static Optional<Snippet> snippet(QuestionGroup group, SystemModel system) {
    Optional<Element> first = system.element(group.questions().getFirst().fact().element());
    return first.map(element -> new Snippet(element.kind().section(), lines(group)));
  }

  private static List<String> lines(QuestionGroup group) {
    return group.questions().stream()
        .limit(ELEMENTS)
        .map(question -> question.fact().element() + ": { " + line(question) + " }")
        .toList();
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
