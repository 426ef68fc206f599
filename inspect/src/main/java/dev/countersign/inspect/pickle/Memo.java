package dev.countersign.inspect.pickle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pickle keeps to refer to again, by number. Numbers that are far out cost no memory. */
final class Memo {
  private static final int MOST = 1 << 24;
  private static final int DENSE = 4;

  private final Slim slim = new Slim();
  private @Nullable Value[] values = new @Nullable Value[32];
  private final Map<Long, Value> far = new HashMap<>(0);
  private int count;

  /** How many numbers are taken: the next one of {@code MEMOIZE}. */
  int count() {
    return count;
  }

  @Nullable Value get(long index) {
    return index >= 0 && index < values.length ? values[(int) index] : far.get(index);
  }

  void put(long index, Value kept) throws TooLarge {
    Value value = count < Slim.DEEP ? kept : slim.of(kept);
    if (index < values.length || near(index)) {
      count += putNear((int) index, value) ? 1 : 0;
    } else if (far.put(index, value) == null && ++count > MOST) {
      throw new TooLarge();
    }
  }

  private boolean near(long index) throws TooLarge {
    if (index > (long) DENSE * count + 1024) {
      return false;
    }
    if (index >= MOST) {
      throw new TooLarge();
    }
    grow((int) index);
    return true;
  }

  private void grow(int index) {
    int before = values.length;
    values = Arrays.copyOf(values, Math.max(index + 1, before * 2));
    far.entrySet()
        .removeIf(entry -> {
          boolean moves = entry.getKey() < values.length;
          if (moves) {
            values[(int) (long) entry.getKey()] = entry.getValue();
          }
          return moves;
        });
  }

  private boolean putNear(int index, Value value) {
    boolean free = values[index] == null;
    values[index] = value;
    return free;
  }
}
