package dev.countersign.report.diagram.svg;

import dev.countersign.model.ElementKind;
import dev.countersign.report.diagram.layout.Box;

/**
 * The shape of a kind of element.
 *
 * @param outline closed, filled
 * @param strokes lines inside it
 * @param glyphs small filled signs inside it
 */
record Shape(Path outline, Path strokes, Path glyphs) {
  static final double RING = 6;
  static final double SLANT = 10;
  static final double FOLD = 9;
  static final double SHOULDER = 16;
  static final double CUT = 7;
  static final double SHEET = 3;
  static final double WAVE = 5;
  static final double WAVE_UP = 8;
  static final double WAVE_DOWN = 12;
  static final double POINT = 14;
  static final double BEHIND = 5;

  static Shape of(ElementKind kind, Box b) {
    return switch (kind) {
      case ACTOR -> actor(b);
      case DATASET -> new Shape(cylinder(b), ring(b, RING), new Path());
      case STORE -> new Shape(cylinder(b), ring(b, RING, RING + 5), new Path());
      case MODEL -> model(b);
      case COMPONENT -> new Shape(rounded(b, 2), rounded(inner(b, 3.5), 1), new Path());
      case CHANNEL -> plain(slanted(b));
      case PROMPT -> new Shape(folded(b), fold(b), new Path());
      case CORPUS -> corpus(b);
      case MEMORY -> memory(b);
      case TOOL -> tool(b);
      case MCP_SERVER -> server(b);
      case OUTPUT -> plain(wavy(b));
      case DECISION -> plain(pointed(b));
      case FEEDBACK_LOOP -> loop(b);
      case ZONE, FLOW -> stacked(b);
    };
  }

  private static Shape plain(Path outline) {
    return new Shape(outline, new Path(), new Path());
  }

  private static Box inner(Box b, double by) {
    return new Box(b.x() + by, b.y() + by, b.width() - 2 * by, b.height() - 2 * by);
  }

  private static Path rounded(Box b, double r) {
    return new Path()
        .to(b.x() + r, b.y())
        .to(b.right() - r, b.y())
        .arc(r, r, true, b.right(), b.y() + r)
        .to(b.right(), b.bottom() - r)
        .arc(r, r, true, b.right() - r, b.bottom())
        .to(b.x() + r, b.bottom())
        .arc(r, r, true, b.x(), b.bottom() - r)
        .to(b.x(), b.y() + r)
        .arc(r, r, true, b.x() + r, b.y())
        .close();
  }

  /** Round shoulders, and somebody at the left. */
  private static Shape actor(Box b) {
    double x = b.x() + 17;
    double y = b.centreY();
    Path person =
        new Path()
            .circle(x, y - 5, 4)
            .from(x - 7, y + 8)
            .curve(x - 7, y - 1, x + 7, y - 1, x + 7, y + 8)
            .close();
    return new Shape(rounded(b, Math.min(SHOULDER, b.height() / 2)), new Path(), person);
  }

  private static Path cylinder(Box b) {
    double rx = b.width() / 2;
    return new Path()
        .to(b.x(), b.y() + RING)
        .arc(rx, RING, true, b.right(), b.y() + RING)
        .to(b.right(), b.bottom() - RING)
        .arc(rx, RING, true, b.x(), b.bottom() - RING)
        .close();
  }

  private static Path ring(Box b, double... depths) {
    Path path = new Path();
    for (double depth : depths) {
      path.from(b.x(), b.y() + depth).arc(b.width() / 2, RING, false, b.right(), b.y() + depth);
    }
    return path;
  }

  /** Cut corners, and a small net at the left. */
  private static Shape model(Box b) {
    double x = b.x() + 9;
    double y = b.centreY();
    Path net = new Path().from(x, y - 6).to(x + 10, y).to(x, y + 6).from(x, y).to(x + 10, y);
    Path dots =
        new Path()
            .circle(x, y - 6, 2.2)
            .circle(x, y, 2.2)
            .circle(x, y + 6, 2.2)
            .circle(x + 10, y, 2.6);
    return new Shape(cut(b, CUT), net, dots);
  }

  private static Path cut(Box b, double c) {
    return new Path()
        .to(b.x() + c, b.y())
        .to(b.right() - c, b.y())
        .to(b.right(), b.y() + c)
        .to(b.right(), b.bottom() - c)
        .to(b.right() - c, b.bottom())
        .to(b.x() + c, b.bottom())
        .to(b.x(), b.bottom() - c)
        .to(b.x(), b.y() + c)
        .close();
  }

  private static Path slanted(Box b) {
    return new Path()
        .to(b.x() + SLANT, b.y())
        .to(b.right(), b.y())
        .to(b.right() - SLANT, b.bottom())
        .to(b.x(), b.bottom())
        .close();
  }

  private static Path folded(Box b) {
    return new Path()
        .to(b.x(), b.y())
        .to(b.right() - FOLD, b.y())
        .to(b.right(), b.y() + FOLD)
        .to(b.right(), b.bottom())
        .to(b.x(), b.bottom())
        .close();
  }

  private static Path fold(Box b) {
    return new Path()
        .from(b.right() - FOLD, b.y())
        .to(b.right() - FOLD, b.y() + FOLD)
        .to(b.right(), b.y() + FOLD);
  }

  /** Sheets behind one another. */
  private static Shape corpus(Box b) {
    Box front = new Box(b.x(), b.y(), b.width() - 2 * SHEET, b.height() - 2 * SHEET);
    Path sheets =
        new Path()
            .from(front.right(), b.y() + SHEET)
            .to(b.right() - SHEET, b.y() + SHEET)
            .to(b.right() - SHEET, b.bottom() - SHEET)
            .to(b.x() + SHEET, b.bottom() - SHEET)
            .to(b.x() + SHEET, front.bottom())
            .from(b.x(), front.bottom())
            .to(front.right(), front.bottom())
            .to(front.right(), b.y());
    Path outline =
        new Path()
            .to(b.x(), b.y())
            .to(front.right(), b.y())
            .to(front.right(), b.y() + SHEET)
            .to(b.right() - SHEET, b.y() + SHEET)
            .to(b.right() - SHEET, b.y() + 2 * SHEET)
            .to(b.right(), b.y() + 2 * SHEET)
            .to(b.right(), b.bottom())
            .to(b.x() + 2 * SHEET, b.bottom())
            .to(b.x() + 2 * SHEET, b.bottom() - SHEET)
            .to(b.x() + SHEET, b.bottom() - SHEET)
            .to(b.x() + SHEET, front.bottom())
            .to(b.x(), front.bottom())
            .close();
    return new Shape(outline, sheets, new Path());
  }

  private static Shape memory(Box b) {
    Path bars =
        new Path()
            .from(b.x() + 8, b.y())
            .to(b.x() + 8, b.bottom())
            .from(b.x(), b.y() + 6)
            .to(b.right(), b.y() + 6);
    return new Shape(rounded(b, 1), bars, new Path());
  }

  private static Shape tool(Box b) {
    Path bars =
        new Path()
            .from(b.x() + 7, b.y())
            .to(b.x() + 7, b.bottom())
            .from(b.right() - 7, b.y())
            .to(b.right() - 7, b.bottom());
    return new Shape(rounded(b, 1), bars, new Path());
  }

  private static Shape server(Box b) {
    Path slot = new Path().from(b.x(), b.y() + 9).to(b.right(), b.y() + 9);
    Path lamps =
        new Path()
            .circle(b.x() + 8, b.y() + 4.6, 1.7)
            .circle(b.x() + 14, b.y() + 4.6, 1.7)
            .circle(b.x() + 20, b.y() + 4.6, 1.7);
    return new Shape(rounded(b, 3), slot, lamps);
  }

  private static Path wavy(Box b) {
    double y = b.bottom() - WAVE;
    double third = b.width() / 3;
    return new Path()
        .to(b.x(), b.y())
        .to(b.right(), b.y())
        .to(b.right(), y)
        .curve(b.right() - third, y - WAVE_UP, b.x() + third, y + WAVE_DOWN, b.x(), y)
        .close();
  }

  private static Path pointed(Box b) {
    double c = POINT;
    return new Path()
        .to(b.x(), b.centreY())
        .to(b.x() + c, b.y())
        .to(b.right() - c, b.y())
        .to(b.right(), b.centreY())
        .to(b.right() - c, b.bottom())
        .to(b.x() + c, b.bottom())
        .close();
  }

  /** Round ends, and an arrow that comes back at the left. */
  private static Shape loop(Box b) {
    double x = b.x() + 17;
    double y = b.centreY();
    Path around =
        new Path().from(x + 5, y - 3.5).arc(6, 6, false, x - 6, y).arc(6, 6, false, x + 5, y + 3.5);
    Path head = new Path().from(x + 8, y - 7).to(x + 6.5, y - 0.5).to(x + 1, y - 4.5).close();
    return new Shape(rounded(b, b.height() / 2), around, head);
  }

  private static Shape stacked(Box b) {
    Box front = new Box(b.x(), b.y() + BEHIND, b.width() - BEHIND, b.height() - BEHIND);
    Path behind =
        new Path()
            .from(b.x() + BEHIND, b.y() + BEHIND)
            .to(b.x() + BEHIND, b.y())
            .to(b.right(), b.y())
            .to(b.right(), b.bottom() - BEHIND)
            .to(front.right(), b.bottom() - BEHIND);
    return new Shape(rounded(front, 4), behind, new Path());
  }
}
