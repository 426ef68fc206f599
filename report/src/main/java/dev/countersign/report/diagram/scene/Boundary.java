package dev.countersign.report.diagram.scene;

/**
 * A trust zone around nodes.
 *
 * @param id of the zone
 * @param name what it is called
 * @param label what it is and who is trusted in it
 * @param emphasis how much it asks to be seen
 */
public record Boundary(String id, String name, String label, Emphasis emphasis) {}
