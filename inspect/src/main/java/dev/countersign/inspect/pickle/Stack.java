package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import java.util.Arrays;

/**
 * The stack of the machine with its marks, as CPython's C unpickler has it: marks are places in one
 * stack. CPython since 3.6 refuses to reach below the topmost mark; before, it did. Here it is
 * done, and told.
 */
final class Stack {
  /** How many values it holds at most. */
  static final int MOST = 1 << 23;

  private final Slim slim = new Slim();
  private Value[] values = new Value[32];
  private int size;
  private int[] marks = new int[8];
  private int markCount;
  private boolean belowMark;

  int size() {
    return size;
  }

  /** Whether something was ever taken from below a mark. */
  boolean reachedBelowMark() {
    return belowMark;
  }

  void push(Value value) throws TooLarge {
    if (size == values.length) {
      values = Arrays.copyOf(values, grown(size));
    }
    values[size++] = size < Slim.DEEP ? value : slim.of(value);
  }

  Value pop(long at) throws Broken {
    Value top = top(at);
    size--;
    return top;
  }

  Value top(long at) throws Broken {
    need(1, at);
    return values[size - 1];
  }

  void replaceTop(Value value) {
    values[size - 1] = value;
  }

  void mark() throws TooLarge {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, grown(markCount));
    }
    marks[markCount++] = size;
  }

  /** Takes the topmost mark off, and says where it was. */
  int popMark(long at) throws Broken {
    if (markCount == 0) {
      throw new Broken(at, "no mark where an opcode needs one");
    }
    return Math.min(size, marks[--markCount]);
  }

  /** Takes off the topmost mark where nothing is above it, otherwise the topmost value. */
  void popOrMark(long at) throws Broken {
    if (markCount > 0 && marks[markCount - 1] >= size) {
      markCount--;
    } else {
      pop(at);
    }
  }

  /** The values from a place on; they stay. */
  Items above(Items.Kind kind, int from) {
    return Items.of(kind, values, from, size - from);
  }

  /** The same when too much is kept already: few of them, and none that keeps others. */
  Items slimAbove(Items.Kind kind, int from) {
    int few = Math.min(size - from, 8);
    Value[] first = new Value[few];
    for (int i = 0; i < few; i++) {
      first[i] = slim.of(values[from + i]);
    }
    return Items.of(kind, first, size - from);
  }

  Value at(int place) {
    return values[place];
  }

  void shrink(int to) {
    size = to;
  }

  /** Fails unless so many values are there. */
  void need(int count, long at) throws Broken {
    if (size < count) {
      throw new Broken(at, "the stack is empty where an opcode needs a value");
    }
    if (markCount > 0 && size - count < marks[markCount - 1]) {
      belowMark = true;
    }
  }

  private static int grown(int from) throws TooLarge {
    if (from >= MOST) {
      throw new TooLarge();
    }
    return from * 2;
  }
}
