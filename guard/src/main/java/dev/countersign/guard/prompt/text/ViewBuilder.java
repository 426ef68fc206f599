package dev.countersign.guard.prompt.text;

import java.util.Arrays;

/**
 * Characters with the places that they came from, growing up to a limit. While they are those that
 * the view begins with which they are taken from, nothing is copied.
 */
final class ViewBuilder {
  private static final char[] NONE = new char[0];
  private static final View NOTHING = new View(NONE, View.SAME, 0, 0);

  private final int expected;
  private View original = NOTHING;
  private boolean same;
  private char[] chars = NONE;
  private int[] starts = View.SAME;
  private int length;

  ViewBuilder(int expected) {
    this.expected = expected;
  }

  /** For what is nearly as a view is. */
  static ViewBuilder from(View original) {
    ViewBuilder builder = new ViewBuilder(original.length() + 1);
    builder.original = original;
    builder.same = true;
    return builder;
  }

  int length() {
    return length;
  }

  void add(char unit, int start) {
    if (same) {
      if (start == length && original.beginsSame(length, unit)) {
        length++;
        return;
      }
      copy();
    }
    if (length == chars.length) {
      int more = length == 0 ? expected + 1 : length * 2 + 16;
      chars = Arrays.copyOf(chars, more);
      starts = Arrays.copyOf(starts, more);
    }
    chars[length] = unit;
    starts[length++] = start;
  }

  private void copy() {
    same = false;
    chars = original.copy(length, expected);
    starts = new int[expected];
    for (int i = 0; i < length; i++) {
      starts[i] = i;
    }
  }

  void addCodePoint(int point, int start) {
    if (Character.isBmpCodePoint(point)) {
      add((char) point, start);
    } else {
      add(Character.highSurrogate(point), start);
      add(Character.lowSurrogate(point), start);
    }
  }

  char last() {
    return length == 0 ? '\n' : at(length - 1);
  }

  char beforeLast() {
    return at(length - 2);
  }

  private char at(int place) {
    return same ? original.at(place) : chars[place];
  }

  View build(int end) {
    return same ? original.first(length, end) : new View(chars, starts, length, end);
  }
}
