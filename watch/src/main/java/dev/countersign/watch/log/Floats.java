package dev.countersign.watch.log;

import java.util.Arrays;

/** Numbers of one line, one after the other. Never more than the line has bytes. */
final class Floats {
  private float[] numbers = new float[256];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  void add(float number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
    }
    numbers[count++] = number;
  }

  float[] copy(int from, int to) {
    return Arrays.copyOfRange(numbers, from, to);
  }
}
