package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.text.Typeface;
import dev.countersign.report.diagram.text.Wrapping;
import java.util.List;

/** The few sizes of text that a diagram has, in pixels. */
public enum TextStyle {
  /** The title of the diagram. */
  TITLE(Typeface.SEMI_BOLD, 16, 22),
  /** Sentences below it. */
  CAPTION(Typeface.REGULAR, 12, 17),
  /** What a shape is called. */
  NAME(Typeface.SEMI_BOLD, 12, 15),
  /** What kind of thing it is. */
  KIND(Typeface.REGULAR, 10, 13),
  /** Further lines in a shape. */
  DETAIL(Typeface.REGULAR, 10.5, 14),
  /** How many threats are open. */
  BADGE(Typeface.SEMI_BOLD, 10.5, 15),
  /** What flows along a line. */
  FLOW(Typeface.REGULAR, 10.5, 14),
  /** The number of a step. */
  STEP(Typeface.SEMI_BOLD, 10, 14);

  private final Typeface face;
  private final double size;
  private final double height;

  TextStyle(Typeface face, double size, double height) {
    this.face = face;
    this.size = size;
    this.height = height;
  }

  /** Pixels. */
  public double size() {
    return size;
  }

  /** From baseline to baseline. */
  public double height() {
    return height;
  }

  /** Whether it is set semi-bold. */
  public boolean bold() {
    return face == Typeface.SEMI_BOLD;
  }

  /** How wide a text is. */
  public double width(String text) {
    return face.width(text, size);
  }

  /** The text in lines no wider than this. */
  public List<String> wrap(String text, double width) {
    return Wrapping.lines(text, face, size, width);
  }

  /** The text in at most so many lines, about this wide. */
  public List<String> wrap(String text, double width, int most) {
    return Wrapping.atMost(most, text, face, size, width);
  }

  /** How far the baseline is below the top of a line. */
  public double ascent() {
    return (height + size * 0.7) / 2;
  }
}
