package dev.countersign.guard.prompt.text;

import java.util.Arrays;

/** Characters with the places that they came from, growing up to a limit. */
final class ViewBuilder {
  private char[] chars;
  private int[] starts;
  private int length;

  ViewBuilder(int expected) {
    chars = new char[expected];
    starts = new int[expected];
  }

  int length() {
    return length;
  }

  void add(char unit, int start) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2 + 16);
      starts = Arrays.copyOf(starts, length * 2 + 16);
    }
    chars[length] = unit;
    starts[length++] = start;
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
    return length == 0 ? '\n' : chars[length - 1];
  }

  char beforeLast() {
    return chars[length - 2];
  }

  View build(int end) {
    return new View(chars, starts, length, end);
  }
}
