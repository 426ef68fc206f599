package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.scene.Boundary;
import java.util.ArrayList;
import java.util.List;

/** The name of a zone, in the strip at its top, where no line runs through it. */
final class Heading {
  /** The strip that is kept free of shapes. */
  static final double STRIP = 38;

  private static final double SIDE = 10;
  private static final double TOP = 5;
  private static final double AIR = 4;

  private Heading() {}

  static double width(Boundary boundary) {
    return SIDE
        + Math.max(
            TextStyle.NAME.width(boundary.name()), TextStyle.KIND.width(boundary.label()))
        + SIDE;
  }

  static List<Line> of(Boundary boundary, Box zone, List<Placing.Route> routes) {
    double x = freeX(width(boundary) - 2 * SIDE, zone, routes);
    double first = zone.y() + TOP;
    return List.of(
        new Line(boundary.name(), TextStyle.NAME, x, first + TextStyle.NAME.ascent()),
        new Line(
            boundary.label(),
            TextStyle.KIND,
            x,
            first + TextStyle.NAME.height() + TextStyle.KIND.ascent()));
  }

  /** The leftmost place in the strip that is wide enough and crossed by no line. */
  private static double freeX(double width, Box zone, List<Placing.Route> routes) {
    double x = zone.x() + SIDE;
    for (double crossing : crossings(zone, routes)) {
      if (crossing > x + width + AIR) {
        break;
      }
      x = Math.max(x, crossing + AIR);
    }
    return x + width <= zone.right() - AIR ? x : zone.x() + SIDE;
  }

  /** Where lines run up or down through the strip, from left to right. */
  private static List<Double> crossings(Box zone, List<Placing.Route> routes) {
    List<Double> crossings = new ArrayList<>();
    for (Placing.Route route : routes) {
      for (int i = 1; i < route.points().size(); i++) {
        Point a = route.points().get(i - 1);
        Point b = route.points().get(i);
        boolean upright = Math.abs(a.x() - b.x()) < 1;
        boolean through =
            Math.min(a.y(), b.y()) < zone.y() + STRIP && Math.max(a.y(), b.y()) > zone.y();
        if (upright && through && a.x() > zone.x() && a.x() < zone.right()) {
          crossings.add(a.x());
        }
      }
    }
    crossings.sort(null);
    return crossings;
  }
}
