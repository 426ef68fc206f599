package dev.countersign.report.diagram.scene;

import java.util.List;

/**
 * A trust zone around nodes.
 *
 * @param id of the zone
 * @param name what it is called
 * @param labels what it is, who is trusted in it and who can reach it
 * @param emphasis how much it asks to be seen
 */
public record Boundary(String id, String name, List<String> labels, Emphasis emphasis) {
  public Boundary {
    labels = List.copyOf(labels);
  }

  /** What screen readers say. */
  public String spoken() {
    return name + ": " + String.join(", ", labels);
  }
}
