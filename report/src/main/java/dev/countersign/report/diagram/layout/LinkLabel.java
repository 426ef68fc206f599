package dev.countersign.report.diagram.layout;

import dev.countersign.report.diagram.scene.Link;

/**
 * How the label on a line is made up: the number of the step, the mark of rising trust, the words.
 */
public final class LinkLabel {
  /** The width of a number in its circle. */
  public static final double STEP = 18;

  /** The width of the mark of rising trust. */
  public static final double MARK = 12;

  private static final double AIR = 3;

  private LinkLabel() {}

  /** How wide it is. */
  public static double width(Link link) {
    return Math.ceil(wordsAt(link) + TextStyle.FLOW.width(link.label()) + AIR);
  }

  /** How high it is. */
  public static double height(Link link) {
    return link.step().isPresent() ? STEP : TextStyle.FLOW.height();
  }

  /** Where the mark starts, from the left of the label. */
  public static double markAt(Link link) {
    return AIR + (link.step().isPresent() ? STEP : 0);
  }

  /** Where the words start, from the left of the label. */
  public static double wordsAt(Link link) {
    return markAt(link) + (link.rises() ? MARK : 0);
  }
}
