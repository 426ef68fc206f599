package dev.countersign.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something taken as true without proof, by somebody, until a day.
 *
 * @param states what is assumed, one sentence
 * @param owner who answers for it
 * @param until the last day on which it holds
 * @param about ids of the elements it concerns
 */
public record Assumption(
    String id,
    Place place,
    String states,
    Optional<String> owner,
    Optional<LocalDate> until,
    List<String> about) {
  public Assumption {
    about = List.copyOf(about);
  }
}
