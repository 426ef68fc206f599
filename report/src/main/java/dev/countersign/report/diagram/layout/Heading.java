package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.scene.Boundary;
import java.util.ArrayList;
import java.util.List;

/** The name of a zone and what it is, in a strip at its left that nothing else runs through. */
final class Heading {
  private static final double SIDE = 10;
  private static final double TOP = 8;
  private static final double WIDTH = 78;
  private static final int NAME_LINES = 4;

  private final List<Line> lines = new ArrayList<>();
  private double y = TOP;
  private double widest;

  Heading(Boundary boundary) {
    add(TextStyle.NAME.wrap(boundary.name(), WIDTH, NAME_LINES), TextStyle.NAME);
    boundary.labels().forEach(label -> add(TextStyle.KIND.wrap(label, WIDTH), TextStyle.KIND));
  }

  private void add(List<String> texts, TextStyle style) {
    for (String text : texts) {
      lines.add(new Line(text, style, SIDE, y + style.ascent()));
      y += style.height();
      widest = Math.max(widest, style.width(text));
    }
  }

  /** How wide the strip is. */
  double width() {
    return Math.ceil(SIDE + widest + SIDE);
  }

  double height() {
    return Math.ceil(y + TOP);
  }

  /** The lines in a zone that has its place. */
  List<Line> lines(Box zone) {
    return lines.stream().map(line -> line.moved(zone.x(), zone.y())).toList();
  }
}
