package dev.countersign.guard.output.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where code in a stretch of Markdown ends: CommonMark 0.31, 6.1. */
final class Ticks {
  private static final Ticks NONE = new Ticks(Map.of());
  private static final List<Inline.Extent> SHORTER =
      List.of(Inline.Extent.BLOCK, Inline.Extent.LINE, Inline.Extent.CELL);

  /** By where a run of backticks starts: where the code ends; or minus one where none does. */
  private final Map<Integer, Integer> ends;

  private Ticks(Map<Integer, Integer> ends) {
    this.ends = ends;
  }

  static Ticks none() {
    return NONE;
  }

  /** Where code ends in each way to read the stretch, those that differ. */
  static List<Ticks> readings(String text, int from, int to) {
    Ticks first = of(text, from, to, Inline.Extent.PARAGRAPH);
    if (!divided(text, from, to)) {
      return List.of(first);
    }
    List<Ticks> readings = new ArrayList<>(4);
    readings.add(first);
    for (Inline.Extent extent : SHORTER) {
      Ticks one = of(text, from, to, extent);
      if (readings.stream().noneMatch(one::same)) {
        readings.add(one);
      }
    }
    return readings;
  }

  /** Whether between backticks something stands at which code may end. */
  private static boolean divided(String text, int from, int to) {
    int first = text.indexOf('`', from);
    int last = text.lastIndexOf('`', to - 1);
    for (int i = Math.max(first, from); i < last; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '|') {
        return true;
      }
    }
    return false;
  }

  private static Ticks of(String text, int from, int to, Inline.Extent extent) {
    if (text.indexOf('`', from) < 0) {
      return NONE;
    }
    Map<Integer, Integer> ends = new HashMap<>();
    Map<Integer, Integer> next = new HashMap<>();
    int i = to - 1;
    while (i >= from) {
      char c = text.charAt(i);
      if (c == '`') {
        int start = i;
        while (start > from && text.charAt(start - 1) == '`') {
          start--;
        }
        run(start, i - start + 1, ends, next);
        i = start - 1;
      } else {
        if (!next.isEmpty() && boundary(text, i, from, to, extent)) {
          next.clear();
        }
        i--;
      }
    }
    return new Ticks(ends);
  }

  /** A run may lose its first to a backslash before it. */
  private static void run(
      int start, int length, Map<Integer, Integer> ends, Map<Integer, Integer> next) {
    int same = next.getOrDefault(length, -1);
    ends.put(start, same < 0 ? -1 : same + length);
    int shorter = next.getOrDefault(length - 1, -1);
    if (length > 1) {
      ends.put(start + 1, shorter < 0 ? -1 : shorter + length - 1);
    }
    next.put(length, start);
  }

  private static boolean boundary(String text, int at, int from, int to, Inline.Extent extent) {
    char c = text.charAt(at);
    return switch (extent) {
      case PARAGRAPH -> false;
      case LINE -> c == '\n';
      case CELL -> c == '\n' || c == '|';
      case BLOCK -> c == '\n' && starts(text, at, from, to);
    };
  }

  private static boolean starts(String text, int newline, int from, int to) {
    int end = text.indexOf('\n', newline + 1);
    Line after = Line.of(text, newline + 1, end < 0 || end > to ? to : end);
    int begin = text.lastIndexOf('\n', newline - 1) + 1;
    Line before = Line.of(text, Math.max(from, begin), newline);
    return after.marker() || after.quotes() != before.quotes() || heading(after) || heading(before);
  }

  private static boolean heading(Line line) {
    return !line.empty() && "#=-*_".indexOf(line.text().charAt(line.start())) >= 0;
  }

  /** Whether it ends code where the other does. */
  boolean same(Ticks other) {
    return ends.equals(other.ends);
  }

  /** Where the code ends that starts here; -1 if it is none. */
  int end(int at) {
    return ends.getOrDefault(at, -1);
  }
}
