package dev.countersign.report.diagram.svg;

import java.util.HexFormat;
import java.util.Locale;

/** The colours that all reports share, for light and for dark surroundings. */
enum Colour {
  NONE("none", "none"),
  INK("#17202b", "#e8ecf1"),
  MUTED("#55606e", "#a3adba"),
  PAPER("#ffffff", "#12171e"),
  PANEL("#f6f7f9", "#1a212a"),
  ACCENT("#0b5cad", "#79b8ff"),
  CRITICAL("#a3150c", "#ff8a80");

  private final String light;
  private final String dark;

  Colour(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  String light() {
    return light;
  }

  /**
   * The light colour as it looks through {@link Canvas#FADED} on white paper: in print,
   * transparency turns lines and letters into a picture of dots. What lies under text stays as it
   * is.
   */
  String pale() {
    if (this == NONE || this == PANEL) {
      return light;
    }
    StringBuilder pale = new StringBuilder("#");
    for (int at = 1; at < light.length(); at += 2) {
      int part = Integer.parseInt(light, at, at + 2, 16);
      long mixed = Math.round(255 - (255 - part) * Canvas.FADED);
      pale.append(HexFormat.of().toHexDigits((byte) mixed));
    }
    return pale.toString();
  }

  String dark() {
    return dark;
  }

  /** The name of the custom property, which a page may set anew. */
  String property() {
    return "--diagram-" + name().toLowerCase(Locale.ROOT);
  }
}
