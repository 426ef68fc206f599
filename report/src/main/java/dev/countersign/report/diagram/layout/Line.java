package dev.countersign.report.diagram.layout;

/**
 * One line of text and where its baseline starts.
 *
 * @param text safe, not escaped
 * @param style how it is set
 * @param x of its start
 * @param y of its baseline
 */
public record Line(String text, TextStyle style, double x, double y) {
  /** How wide it is in the embedded font. */
  public double width() {
    return style.width(text);
  }

  /** The same line somewhere else. */
  public Line moved(double dx, double dy) {
    return new Line(text, style, x + dx, y + dy);
  }
}
