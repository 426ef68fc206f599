package dev.countersign.report.diagram.layout;

/**
 * An upright rectangle in pixels, y downwards.
 *
 * @param x its left side
 * @param y its upper side
 * @param width at least 0
 * @param height at least 0
 */
public record Box(double x, double y, double width, double height) {
  /** Its right side. */
  public double right() {
    return x + width;
  }

  /** Its lower side. */
  public double bottom() {
    return y + height;
  }

  /** The middle from left to right. */
  public double centreX() {
    return x + width / 2;
  }

  /** The middle from top to bottom. */
  public double centreY() {
    return y + height / 2;
  }

  /** Whether two boxes share more than a border. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** Whether another box lies inside, borders included. */
  public boolean contains(Box other) {
    return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
  }

  /** The same box somewhere else. */
  public Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }
}
