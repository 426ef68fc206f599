package dev.countersign.guard.tool.structure;

import java.util.List;
import java.util.Locale;

/**
 * One value in a result.
 *
 * @param record which record it stands in: leaves of one map have the same number
 * @param path names and positions from the top, for example {@code [3, reviews, 0]}
 * @param text the value
 * @param structured whether it stood in a structure, and not in running text
 */
public record Leaf(int record, List<String> path, String text, boolean structured) {
  public Leaf {
    path = List.copyOf(path);
  }

  /** The nearest name above it that is no position, in lower case; empty where there is none. */
  public String field() {
    for (int i = path.size() - 1; i >= 0; i--) {
      String name = path.get(i);
      if (!name.isEmpty() && !Character.isDigit(name.charAt(0))) {
        return name.toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** The path as people read it. */
  public String shown() {
    return String.join(".", path);
  }
}
