package dev.countersign.assess.change;

import java.util.List;

/**
 * What changed between two versions of a system. Order, comments and formatting are no change.
 *
 * @param system id
 * @param before what the earlier version is called: a revision, a file
 * @param after what the later one is called
 * @param elements by id
 * @param threats by what happened, then by rank
 */
public record SystemChange(
    String system,
    String before,
    String after,
    List<ElementChange> elements,
    List<ThreatChange> threats) {
  public SystemChange {
    elements = List.copyOf(elements);
    threats = List.copyOf(threats);
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return elements.isEmpty() && threats.isEmpty();
  }
}
