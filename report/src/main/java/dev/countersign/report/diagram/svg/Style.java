package dev.countersign.report.diagram.svg;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How the parts of a diagram look: a fill, a stroke, and for some a width and dashes. */
enum Style {
  BACKGROUND(Colour.PAPER, Colour.NONE, 0, ""),
  ZONE(Colour.PANEL, Colour.MUTED, 1.2, "7 4"),
  ZONE_ON_PATH(Colour.PANEL, Colour.INK, 1.6, "7 4"),
  SHAPE(Colour.PAPER, Colour.INK, 1.1, ""),
  SHAPE_ON_PATH(Colour.PAPER, Colour.ACCENT, 2.6, ""),
  BROKEN(Colour.PAPER, Colour.CRITICAL, 1.7, "6 3"),
  DETAIL(Colour.NONE, Colour.INK, 1, ""),
  GLYPH(Colour.INK, Colour.NONE, 0, ""),
  LINE(Colour.NONE, Colour.MUTED, 1.2, ""),
  RISING(Colour.NONE, Colour.INK, 1.7, "6 3"),
  LINE_ON_PATH(Colour.NONE, Colour.ACCENT, 2.8, ""),
  RISING_ON_PATH(Colour.NONE, Colour.ACCENT, 2.8, "8 3"),
  HEAD(Colour.MUTED, Colour.NONE, 0, ""),
  RISING_HEAD(Colour.INK, Colour.NONE, 0, ""),
  HEAD_ON_PATH(Colour.ACCENT, Colour.NONE, 0, ""),
  UNDER_LABEL(Colour.PAPER, Colour.NONE, 0, ""),
  UNDER_LABEL_IN_ZONE(Colour.PANEL, Colour.NONE, 0, ""),
  MARK(Colour.CRITICAL, Colour.NONE, 0, ""),
  STEP(Colour.ACCENT, Colour.NONE, 0, ""),
  TEXT(Colour.INK, Colour.NONE, 0, ""),
  QUIET_TEXT(Colour.MUTED, Colour.NONE, 0, ""),
  ALERT_TEXT(Colour.CRITICAL, Colour.NONE, 0, ""),
  STEP_TEXT(Colour.PAPER, Colour.NONE, 0, "");

  private final Colour fill;
  private final Colour stroke;
  private final double width;
  private final String dashes;

  Style(Colour fill, Colour stroke, double width, String dashes) {
    this.fill = fill;
    this.stroke = stroke;
    this.width = width;
    this.dashes = dashes;
  }

  /** The name of the class in style sheets. */
  String word() {
    return "d-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Properties, which are the names of presentation attributes too. */
  Map<String, String> properties(Function<Colour, String> colours) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("fill", colours.apply(fill));
    if (stroke != Colour.NONE) {
      properties.put("stroke", colours.apply(stroke));
      properties.put("stroke-width", Num.of(width));
    }
    if (!dashes.isEmpty()) {
      properties.put("stroke-dasharray", dashes);
    }
    return properties;
  }
}
