package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.scene.Node;
import java.util.ArrayList;
import java.util.List;

/** The lines of text in a shape, measured, from its upper left corner. */
final class NodeText {
  private static final double NAME_WIDTH = 118;
  private static final double DETAIL_WIDTH = 190;
  private static final int NAME_LINES = 3;

  private final Silhouette around;
  private final List<Line> lines = new ArrayList<>();
  private double y;
  private double width;

  NodeText(Node node) {
    around = Silhouette.of(node.kind());
    y = around.top();
    add(List.of(node.label()), TextStyle.KIND);
    add(TextStyle.NAME.wrap(node.name(), NAME_WIDTH, NAME_LINES), TextStyle.NAME);
    node.details()
        .forEach(text -> add(TextStyle.DETAIL.wrap(text, DETAIL_WIDTH), TextStyle.DETAIL));
    if (node.unanswered() > 0) {
      add(List.of(node.badge()), TextStyle.BADGE);
    }
  }

  private void add(List<String> texts, TextStyle style) {
    for (String text : texts) {
      lines.add(new Line(text, style, around.left(), y + style.ascent()));
      y += style.height();
      width = Math.max(width, style.width(text));
    }
  }

  double width() {
    return Math.ceil(around.left() + width + around.right());
  }

  double height() {
    return Math.ceil(y + around.bottom());
  }

  List<Line> lines() {
    return lines;
  }
}
