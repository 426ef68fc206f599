package dev.countersign.assess.signoff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The threats of which somebody signed that they are left undecided, each with the trigger that
 * could not be decided.
 *
 * <p>Which of several unknown facts is asked for first is a matter of order, and can change with a
 * name. What is signed with a question is that these threats are not decided, whatever is asked.
 */
final class Undecided {
  private final Set<String> signed = new HashSet<>();

  /** Of all questions that these statements sign. */
  Undecided(List<Since> statements) {
    for (Since since : statements) {
      since.items(Item.Kind.QUESTION).forEach(question -> signed.addAll(threats(question)));
    }
  }

  /** Whether a question decides only about threats that were signed as undecided. */
  boolean covers(Item item) {
    return item.kind() == Item.Kind.QUESTION && signed.containsAll(threats(item));
  }

  private static Set<String> threats(Item question) {
    return question.dependencies().stream()
        .filter(dependency -> dependency.name().equals(AnswerParts.DECIDES))
        .flatMap(dependency -> dependency.values().stream())
        .map(threat -> threat + " " + trigger(question, threat))
        .collect(Collectors.toSet());
  }

  private static List<String> trigger(Item question, String threat) {
    String rule = threat.split("@", 2)[0] + " " + RuleParts.TRIGGER;
    return question
        .dependency(Dependency.Kind.RULE, rule)
        .map(Dependency::values)
        .orElse(List.of());
  }
}
