package dev.countersign.report.diagram.layout;

import java.util.HashMap;
import java.util.Map;

/** How many lines end at each side of a shape, and how wide it must be for them to stay apart. */
final class LineEnds {
  /** Between two lines: wide enough for their heads. */
  private static final double APART = 11;

  private final Map<String, Integer> below = new HashMap<>();
  private final Map<String, Integer> above = new HashMap<>();

  /** A line from the lower side of one shape to the upper side of another. */
  void between(String upper, String lower) {
    below.merge(upper, 1, Integer::sum);
    above.merge(lower, 1, Integer::sum);
  }

  /** The least width of a shape in pixels. */
  double room(String id) {
    int most = Math.max(below.getOrDefault(id, 0), above.getOrDefault(id, 0));
    return APART * (most + 1);
  }
}
