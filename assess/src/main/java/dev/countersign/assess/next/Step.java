package dev.countersign.assess.next;

import dev.countersign.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a person can do next.
 *
 * @param text what to do or what is wrong, one or two sentences
 * @param more what that settles or how to mend it, one sentence
 * @param place where
 * @param add lines to add there, where they can be said
 * @param threats the threats that it settles, by rank
 * @param weight how much it is worth: the sum of the scores of the threats
 */
public record Step(
    String text,
    Optional<String> more,
    Place place,
    Optional<Snippet> add,
    List<String> threats,
    double weight) {
  public Step {
    threats = List.copyOf(threats);
  }
}
