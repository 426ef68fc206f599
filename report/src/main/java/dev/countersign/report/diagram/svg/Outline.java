package dev.countersign.report.diagram.svg;

import dev.countersign.model.ElementKind;
import dev.countersign.report.diagram.layout.Box;

/**
 * How far the outline of a shape lies inside its box, so that lines end on it and not in the air
 * beside a round corner. Lines come from above or below.
 */
final class Outline {
  private Outline() {}

  /** Pixels from the upper or lower side of the box to the outline, at {@code x}. */
  static double depth(ElementKind kind, Box box, double x, boolean upper) {
    double corner = Math.min(x - box.x(), box.right() - x);
    return switch (kind) {
      case ACTOR -> round(Math.min(Shape.SHOULDER, box.height() / 2), corner);
      case FEEDBACK_LOOP -> round(box.height() / 2, corner);
      case DATASET, STORE -> ellipse(box, x);
      case MODEL -> Math.max(0, Shape.CUT - corner);
      case CHANNEL -> slanted(box, upper ? x - box.x() : box.right() - x);
      case PROMPT -> upper ? Math.max(0, Shape.FOLD - (box.right() - x)) : 0;
      case CORPUS -> sheets(upper ? box.right() - x : x - box.x());
      case OUTPUT -> upper ? 0 : wave(box, x);
      case DECISION -> Math.max(0, 1 - corner / Shape.POINT) * box.height() / 2;
      case ZONE, FLOW -> stack(upper ? x - box.x() : box.right() - x);
      case COMPONENT, MEMORY, TOOL, MCP_SERVER -> 0;
    };
  }

  private static double round(double radius, double corner) {
    double in = Math.clamp(radius - corner, 0, radius);
    return radius - Math.sqrt(radius * radius - in * in);
  }

  private static double ellipse(Box box, double x) {
    double off = Math.clamp((x - box.centreX()) / (box.width() / 2), -1, 1);
    return Shape.RING * (1 - Math.sqrt(1 - off * off));
  }

  private static double slanted(Box box, double corner) {
    return Math.max(0, 1 - corner / Shape.SLANT) * box.height();
  }

  private static double sheets(double corner) {
    if (corner < Shape.SHEET) {
      return 2 * Shape.SHEET;
    }
    return corner < 2 * Shape.SHEET ? Shape.SHEET : 0;
  }

  /** The Bézier curve of the lower side; its x runs evenly. */
  private static double wave(Box box, double x) {
    double t = (box.right() - x) / box.width();
    double rest = 1 - t;
    return Shape.WAVE + 3 * rest * t * (rest * Shape.WAVE_UP - t * Shape.WAVE_DOWN);
  }

  private static double stack(double corner) {
    return corner < Shape.BEHIND ? Shape.BEHIND : 0;
  }
}
