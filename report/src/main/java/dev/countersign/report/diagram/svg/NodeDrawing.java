package dev.countersign.report.diagram.svg;

import dev.countersign.report.diagram.layout.Layout.PlacedBoundary;
import dev.countersign.report.diagram.layout.Layout.PlacedNode;
import dev.countersign.report.diagram.layout.Line;
import dev.countersign.report.diagram.layout.TextStyle;
import dev.countersign.report.diagram.scene.Emphasis;

/** Draws zones and shapes. */
final class NodeDrawing {
  private static final double ROUND = 6;

  private final Canvas canvas;

  NodeDrawing(Canvas canvas) {
    this.canvas = canvas;
  }

  void boundary(PlacedBoundary placed) {
    boolean onPath = placed.boundary().emphasis() == Emphasis.ON_PATH;
    canvas.group(
        placed.boundary().spoken(),
        Emphasis.NORMAL,
        () -> canvas.box(placed.box(), ROUND, onPath ? Style.ZONE_ON_PATH : Style.ZONE));
  }

  /** Drawn after the lines, so that none runs over it. */
  void heading(PlacedBoundary placed) {
    placed.heading().forEach(line -> canvas.text(line, style(line)));
  }

  void node(PlacedNode placed) {
    Shape shape = Shape.of(placed.node().kind(), placed.box());
    boolean onPath = placed.node().emphasis() == Emphasis.ON_PATH;
    canvas.group(
        placed.node().spoken(),
        placed.node().emphasis(),
        () -> {
          canvas.path(shape.outline(), onPath ? Style.SHAPE_ON_PATH : Style.SHAPE);
          canvas.path(shape.strokes(), Style.DETAIL);
          canvas.path(shape.glyphs(), Style.GLYPH);
          placed.lines().forEach(line -> canvas.text(line, style(line)));
        });
  }

  private static Style style(Line line) {
    return switch (line.style()) {
      case BADGE -> Style.ALERT_TEXT;
      case KIND, DETAIL -> Style.QUIET_TEXT;
      default -> line.style() == TextStyle.STEP ? Style.STEP_TEXT : Style.TEXT;
    };
  }
}
