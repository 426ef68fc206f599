package dev.countersign.assess.next;

import dev.countersign.assess.Assessment;
import dev.countersign.derive.Question;
import dev.countersign.model.Element;
import dev.countersign.model.Place;
import dev.countersign.model.SystemModel;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same question about several elements, which a person answers in one go.
 *
 * @param questions alike but for the element, in the order of the file
 * @param wording what to ask, with {@code {id}} for the element
 */
public record QuestionGroup(List<Question> questions, String wording) {
  public QuestionGroup {
    questions = List.copyOf(questions);
  }

  /** The questions about a system, alike ones together, those that decide most first. */
  public static List<QuestionGroup> of(Assessment assessment) {
    Map<String, List<Question>> alike = new LinkedHashMap<>();
    for (Question question : assessment.questions()) {
      alike
          .computeIfAbsent(likeness(question, assessment.system()), _ -> new ArrayList<>())
          .add(question);
    }
    return alike.values().stream()
        .map(questions -> group(questions, assessment.system()))
        .sorted(Comparator.comparingLong(QuestionGroup::decides).reversed())
        .toList();
  }

  /** The question, about at most that many elements by name. */
  public String text(int most) {
    if (questions.size() == 1) {
      return questions.getFirst().text();
    }
    List<String> ids = questions.stream().map(question -> question.fact().element()).toList();
    return wording.replace("{id}", "each of " + listed(ids, most));
  }

  /** Where the answers belong. */
  public List<Place> places() {
    return questions.stream().map(Question::place).toList();
  }

  /** The threats that the answers may confirm or rule out, each once. */
  public List<String> threats() {
    return questions.stream()
        .flatMap(question -> question.decides().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** {@code a, b and c}, or {@code a, b and 7 more} where there are more than wanted. */
  private static String listed(List<String> ids, int most) {
    int shown = Math.min(ids.size(), most);
    boolean all = shown == ids.size();
    String last = all ? ids.getLast() : (ids.size() - shown) + " more";
    return String.join(", ", ids.subList(0, all ? shown - 1 : shown)) + " and " + last;
  }

  private static QuestionGroup group(List<Question> questions, SystemModel system) {
    List<Question> sorted =
        questions.stream().sorted(Comparator.comparing(Question::place)).toList();
    return new QuestionGroup(sorted, wording(sorted, system));
  }

  private long decides() {
    return questions.stream().flatMap(question -> question.decides().stream()).distinct().count();
  }

  private static String likeness(Question question, SystemModel system) {
    return key(question, system)
        .map(key -> system.element(question.fact().element()).orElseThrow().kind() + key.name())
        .orElse(question.id());
  }

  private static String wording(List<Question> questions, SystemModel system) {
    return key(questions.getFirst(), system).map(Key::question).orElse(questions.getFirst().text());
  }

  private static Optional<Key> key(Question question, SystemModel system) {
    Optional<Element> element = system.element(question.fact().element());
    return element.flatMap(it -> Vocabulary.of(it.kind()).key(question.fact().key()));
  }
}
