package dev.countersign.assess.change;

import dev.countersign.model.ElementKind;
import java.util.List;

/**
 * An element that came, went or says something else.
 *
 * @param sort what happened to it
 * @param element its id
 * @param kind what it is
 * @param facts what it says that it did not say before, by key; all of it for one that came,
 *     nothing for one that went
 */
public record ElementChange(Sort sort, String element, ElementKind kind, List<FactChange> facts) {
  /** What happened. */
  public enum Sort {
    ADDED,
    REMOVED,
    CHANGED
  }

  public ElementChange {
    facts = List.copyOf(facts);
  }
}
