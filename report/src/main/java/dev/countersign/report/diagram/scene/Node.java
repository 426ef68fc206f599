package dev.countersign.report.diagram.scene;

import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Optional;

/**
 * A shape of a diagram: one element, or many that were put together. Text is safe to show, not yet
 * escaped.
 *
 * @param id unique among the nodes of the scene
 * @param kind decides the shape; {@code ZONE} where elements were put together
 * @param label what it is, in words
 * @param name what it is called
 * @param details further lines
 * @param unanswered how many threats on it are open or unproven
 * @param zone id of the zone that it stands in
 * @param emphasis how much it asks to be seen
 */
public record Node(
    String id,
    ElementKind kind,
    String label,
    String name,
    List<String> details,
    long unanswered,
    Optional<String> zone,
    Emphasis emphasis) {
  public Node {
    details = List.copyOf(details);
  }

  /** What screen readers say. */
  public String spoken() {
    String threats = unanswered == 0 ? "" : ", " + badge();
    String more = details.isEmpty() ? "" : ": " + String.join("; ", details);
    return label + " " + name + threats + more;
  }

  /** How many threats want an answer, in words. */
  public String badge() {
    return unanswered + " open";
  }
}
