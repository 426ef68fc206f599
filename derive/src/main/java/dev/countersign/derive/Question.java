package dev.countersign.derive;

import dev.countersign.model.Place;
import java.util.List;

/**
 * An unknown fact that decides whether families apply.
 *
 * @param fact which
 * @param text the question, for a person
 * @param answers what may be answered: the words of the key's vocabulary, or a phrase for other
 *     types
 * @param place where the answer belongs: the element's declaration
 * @param decides threat ids that the answer may confirm or rule out, sorted
 */
public record Question(
    FactRef fact, String text, List<String> answers, Place place, List<String> decides) {
  public Question {
    answers = List.copyOf(answers);
    decides = List.copyOf(decides);
  }

  /** {@code key@element}. */
  public String id() {
    return fact.toString();
  }
}
