package dev.countersign.report.diagram.svg;

import dev.countersign.report.diagram.layout.Box;
import dev.countersign.report.diagram.layout.Line;
import dev.countersign.report.diagram.scene.Emphasis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws in one paint. */
final class Canvas {
  /** How much is left of what is not on the highlighted path. */
  static final double FADED = 0.38;

  private final Xml xml = new Xml();
  private final Paint paint;
  private boolean faded;

  Canvas(Paint paint) {
    this.paint = paint;
  }

  Xml xml() {
    return xml;
  }

  /** A part with a title, which is a tooltip; pale where something else is highlighted. */
  void group(String title, Emphasis emphasis, Runnable content) {
    faded = emphasis == Emphasis.FADED;
    boolean transparent = faded && paint == Paint.SCREEN;
    xml.open("g", transparent ? Map.of("opacity", String.valueOf(FADED)) : Map.of());
    xml.text("title", Map.of(), title);
    content.run();
    xml.close("g");
    faded = false;
  }

  void path(Path path, Style style) {
    if (!path.toString().isEmpty()) {
      Map<String, String> attributes = paint.of(style, faded);
      attributes.put("d", path.toString());
      xml.empty("path", attributes);
    }
  }

  void box(Box box, double radius, Style style) {
    Map<String, String> attributes = paint.of(style, faded);
    attributes.put("x", Num.of(box.x()));
    attributes.put("y", Num.of(box.y()));
    attributes.put("width", Num.of(box.width()));
    attributes.put("height", Num.of(box.height()));
    if (radius > 0) {
      attributes.put("rx", Num.of(radius));
    }
    xml.empty("rect", attributes);
  }

  void text(List<Line> lines, Style style) {
    lines.forEach(line -> text(line, style));
  }

  /**
   * Text that takes as much room as it was given, whatever font the reader has. Printing embeds the
   * font that was measured, so nothing has to be forced there.
   */
  void text(Line line, Style style) {
    if (line.text().isEmpty()) {
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>(paint.of(style, faded));
    attributes.put("x", Num.of(line.x()));
    attributes.put("y", Num.of(line.y()));
    attributes.put("font-size", Num.of(line.style().size()));
    if (line.style().bold()) {
      attributes.put("font-weight", paint.semiBold());
    }
    if (paint == Paint.SCREEN) {
      attributes.put("textLength", Num.of(line.width()));
      attributes.put("lengthAdjust", "spacingAndGlyphs");
    }
    xml.text("text", attributes, line.text());
  }
}
