package dev.countersign.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a line that is shown with a caret under it: the whole line if it fits, otherwise what
 * is around the caret.
 *
 * @param text the line as shown
 * @param before how many columns stand before the caret
 * @param carets how many columns the caret underlines, at least 1
 */
record SourceWindow(String text, int before, int carets) {
  private static final String CUT = "…";
  private static final int TAB = 4;

  /**
   * Cuts the window.
   *
   * @param column where the caret starts, from 1, in code points
   * @param length how many code points it underlines
   * @param width how many columns there are
   */
  static SourceWindow of(String line, int column, int length, int width) {
    // Only what could be shown is looked at: a line may be as long as a file.
    int points = line.codePointCount(0, line.length());
    int at = Math.min(column - 1, points);
    int from = Math.max(0, at - width);
    int to = Math.min(points, at + width + 1);
    int start = line.offsetByCodePoints(0, from);
    String part = line.substring(start, line.offsetByCodePoints(start, to - from));
    List<String> cells = cells(part);
    boolean whole = from == 0 && to == points;
    return whole && width(cells) <= width
        ? cut(cells, 0, cells.size(), at, length)
        : around(cells, at - from, length, width, from > 0, to < points);
  }

  private static SourceWindow around(
      List<String> cells, int at, int length, int width, boolean moreLeft, boolean moreRight) {
    int first = at;
    int used = 0;
    while (first > 0 && used + SafeText.width(cells.get(first - 1)) <= width / 2) {
      used += SafeText.width(cells.get(--first));
    }
    int end = first;
    used = 2;
    while (end < cells.size() && used + SafeText.width(cells.get(end)) <= width) {
      used += SafeText.width(cells.get(end++));
    }
    SourceWindow cut = cut(cells, first, end, at, length);
    String left = first > 0 || moreLeft ? CUT : "";
    String right = end < cells.size() || moreRight ? CUT : "";
    return new SourceWindow(left + cut.text + right, cut.before + left.length(), cut.carets);
  }

  private static SourceWindow cut(List<String> cells, int first, int end, int at, int length) {
    int last = Math.min((long) at + length, end) == end ? end : at + length;
    int caret = Math.min(at, end);
    int carets = width(cells.subList(caret, Math.max(caret, last)));
    return new SourceWindow(
        String.join("", cells.subList(first, end)),
        width(cells.subList(first, caret)),
        Math.max(1, carets));
  }

  /** What is printed for each code point. */
  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      cells.add(point == '\t' ? " ".repeat(TAB) : SafeText.of(Character.toString(point)));
    }
    return cells;
  }

  private static int width(List<String> cells) {
    int width = 0;
    for (String cell : cells) {
      width += SafeText.width(cell);
    }
    return width;
  }
}
