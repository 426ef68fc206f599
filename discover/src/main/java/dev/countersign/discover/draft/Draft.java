package dev.countersign.discover.draft;

import dev.countersign.discover.Where;
import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A threat model as far as files can tell it.
 *
 * @param id of the system
 * @param purpose one sentence
 * @param purposeFrom where the sentence stands; empty where it is a placeholder
 * @param elements by kind, each kind in the order in which it is written
 * @param leftOut by kind, what was found and not drafted, one sentence each
 */
public record Draft(
    String id,
    String purpose,
    Optional<Where> purposeFrom,
    Map<ElementKind, List<DraftElement>> elements,
    Map<ElementKind, List<String>> leftOut) {
  public Draft {
    elements = Map.copyOf(elements);
    leftOut = Map.copyOf(leftOut);
  }

  /** The elements of a kind. */
  public List<DraftElement> of(ElementKind kind) {
    return elements.getOrDefault(kind, List.of());
  }

  /** What was found of a kind and not drafted. */
  public List<String> leftOut(ElementKind kind) {
    return leftOut.getOrDefault(kind, List.of());
  }

  /** How many elements there are. */
  public int size() {
    return elements.values().stream().mapToInt(List::size).sum();
  }

  /** How many facts are assumed because the language asks for them, and are marked so. */
  public long assumed() {
    return elements.values().stream()
        .flatMap(List::stream)
        .flatMap(element -> element.facts().stream())
        .filter(fact -> fact.note().equals(Drafter.ASSUMED))
        .count();
  }
}
