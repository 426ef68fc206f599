package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.scene.Boundary;
import dev.countersign.report.diagram.scene.Link;
import dev.countersign.report.diagram.scene.Node;
import dev.countersign.report.diagram.scene.Scene;
import java.util.List;

/**
 * A scene with a place for everything in it.
 *
 * @param width of the picture
 * @param height of the picture
 * @param boundaries zones
 * @param nodes shapes
 * @param routes lines
 */
public record Layout(
    double width,
    double height,
    List<PlacedBoundary> boundaries,
    List<PlacedNode> nodes,
    List<Route> routes) {
  public Layout {
    boundaries = List.copyOf(boundaries);
    nodes = List.copyOf(nodes);
    routes = List.copyOf(routes);
  }

  /**
   * A zone and its place.
   *
   * @param boundary the zone
   * @param box around all that it holds
   * @param heading its name and what it is, inside the box
   */
  public record PlacedBoundary(Boundary boundary, Box box, List<Line> heading) {}

  /**
   * A shape and its place.
   *
   * @param node what it shows
   * @param box around the shape
   * @param lines its text, inside the shape
   */
  public record PlacedNode(Node node, Box box, List<Line> lines) {}

  /**
   * A line and its way.
   *
   * @param link what flows
   * @param points its ends and bends
   * @param label the box that its words stand in
   */
  public record Route(Link link, List<Point> points, Box label) {
    public Route {
      points = List.copyOf(points);
    }
  }

  /** Lays a scene out downwards, people at the top. */
  public static Layout of(Scene scene) {
    return new Placing(scene).layout();
  }
}
