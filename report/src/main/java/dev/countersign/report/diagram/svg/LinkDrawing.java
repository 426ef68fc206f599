package dev.countersign.report.diagram.svg;

import dev.countersign.report.diagram.layout.Box;
import dev.countersign.report.diagram.layout.Layout;
import dev.countersign.report.diagram.layout.Layout.PlacedNode;
import dev.countersign.report.diagram.layout.Layout.Route;
import dev.countersign.report.diagram.layout.Line;
import dev.countersign.report.diagram.layout.LinkLabel;
import dev.countersign.report.diagram.layout.Point;
import dev.countersign.report.diagram.layout.TextStyle;
import dev.countersign.report.diagram.scene.Emphasis;
import dev.countersign.report.diagram.scene.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws lines with their heads and labels. */
final class LinkDrawing {
  private static final double HEAD = 8;
  private static final double HALF = 3.6;

  private final Canvas canvas;
  private final Layout layout;
  private final Map<String, PlacedNode> nodes;

  LinkDrawing(Canvas canvas, Layout layout) {
    this.canvas = canvas;
    this.layout = layout;
    nodes =
        layout.nodes().stream()
            .collect(Collectors.toMap(placed -> placed.node().id(), Function.identity()));
  }

  void line(Route route) {
    Link link = route.link();
    List<Point> points = new ArrayList<>(route.points());
    points.set(0, onOutline(link.from(), points.getFirst()));
    points.set(points.size() - 1, onOutline(link.to(), points.getLast()));
    Path heads = new Path();
    head(points.size() - 1, points.size() - 2, points, heads);
    if (link.bothWays()) {
      head(0, 1, points, heads);
    }
    Path way = new Path();
    points.forEach(point -> way.to(point.x(), point.y()));
    canvas.group(
        title(link),
        link.emphasis(),
        () -> {
          canvas.path(way, lineStyle(link));
          canvas.path(heads, headStyle(link));
          label(route);
        });
  }

  private Point onOutline(String id, Point end) {
    PlacedNode node = nodes.get(id);
    if (node == null) {
      return end;
    }
    boolean upper = end.y() < node.box().centreY();
    double depth = Outline.depth(node.node().kind(), node.box(), end.x(), upper);
    return new Point(end.x(), end.y() + (upper ? depth : -depth));
  }

  private static String title(Link link) {
    String title = link.from() + " " + String.join(", ", link.there()) + " " + link.to();
    String back =
        link.bothWays()
            ? "; " + link.to() + " " + String.join(", ", link.back()) + " " + link.from()
            : "";
    return title + back + (link.rises() ? " (trust rises)" : "");
  }

  /** Puts a head at one end and shortens the line, so that the tip is sharp. */
  private static void head(int end, int before, List<Point> points, Path heads) {
    Point tip = points.get(end);
    Point from = points.get(before);
    double length = Math.hypot(tip.x() - from.x(), tip.y() - from.y());
    if (length < 0.5) {
      return;
    }
    double dx = (tip.x() - from.x()) / length;
    double dy = (tip.y() - from.y()) / length;
    double x = tip.x() - HEAD * dx;
    double y = tip.y() - HEAD * dy;
    heads
        .from(tip.x(), tip.y())
        .to(x - HALF * dy, y + HALF * dx)
        .to(x + HALF * dy, y - HALF * dx)
        .close();
    points.set(end, new Point(tip.x() - (HEAD - 2) * dx, tip.y() - (HEAD - 2) * dy));
  }

  private void label(Route route) {
    Link link = route.link();
    Box box = route.label();
    canvas.box(box, 0, isInZone(box) ? Style.UNDER_LABEL_IN_ZONE : Style.UNDER_LABEL);
    double middle = box.centreY();
    link.step().ifPresent(step -> step(step, box.x() + LinkLabel.STEP / 2 + 1, middle));
    if (link.rises()) {
      canvas.path(mark(box.x() + LinkLabel.markAt(link), middle), Style.MARK);
    }
    double baseline = middle - TextStyle.FLOW.height() / 2 + TextStyle.FLOW.ascent();
    double x = box.x() + LinkLabel.wordsAt(link);
    canvas.text(new Line(link.label(), TextStyle.FLOW, x, baseline), wordStyle(link));
  }

  private void step(int step, double x, double y) {
    canvas.path(new Path().circle(x, y, 8), Style.STEP);
    String number = String.valueOf(step);
    double left = x - TextStyle.STEP.width(number) / 2;
    canvas.text(
        new Line(number, TextStyle.STEP, left, y + TextStyle.STEP.size() * 0.35), Style.STEP_TEXT);
  }

  /** A step up. */
  static Path mark(double x, double y) {
    return new Path().from(x, y + 4).to(x + 4.5, y - 4).to(x + 9, y + 4).close();
  }

  private boolean isInZone(Box label) {
    return layout.boundaries().stream().anyMatch(zone -> zone.box().contains(label));
  }

  private static Style wordStyle(Link link) {
    return link.rises() || link.emphasis() == Emphasis.ON_PATH ? Style.TEXT : Style.QUIET_TEXT;
  }

  private static Style lineStyle(Link link) {
    if (link.emphasis() == Emphasis.ON_PATH) {
      return link.rises() ? Style.RISING_ON_PATH : Style.LINE_ON_PATH;
    }
    return link.rises() ? Style.RISING : Style.LINE;
  }

  private static Style headStyle(Link link) {
    if (link.emphasis() == Emphasis.ON_PATH) {
      return Style.HEAD_ON_PATH;
    }
    return link.rises() ? Style.RISING_HEAD : Style.HEAD;
  }
}
