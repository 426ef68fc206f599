package dev.countersign.runner.run;

import dev.countersign.watch.event.Event;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Knows lines that came before: collectors deliver some of them twice. Remembers 65,536 events. */
final class Duplicates {
  private static final int WINDOW = 1 << 16;
  private static final int PLACES = 1 << 17;

  /** In the order in which they came, round and round. */
  private final long[] last = new long[WINDOW];

  /** The same by linear probing; 0 is no one. */
  private final long[] places = new long[PLACES];

  private int next;

  /**
   * What an event is known by: its id, and whatever else is in it. Not by its id alone: where
   * clients choose ids, one that always sends the same would go unseen.
   */
  static long print(Event event) {
    long sum = mix(event.id().hashCode(), event.time());
    sum = mix(sum, event.client().hashCode());
    sum = mix(sum, event.model().hashCode());
    sum = mix(sum, event.rows().hashCode());
    sum = mix(sum, event.text().hashCode());
    sum = mix(sum, Double.doubleToLongBits(event.millis()));
    return sum == 0 ? 1 : sum;
  }

  /** One step of the finalizer of MurmurHash3. */
  private static long mix(long sum, long part) {
    long mixed = (sum * 31 + part) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 33);
  }

  /** Whether it came before; remembers it if not. 0 is never known. */
  boolean isOne(long print) {
    if (print == 0) {
      return false;
    }
    int place = find(print);
    if (places[place] == print) {
      return true;
    }
    places[place] = print;
    forget(last[next]);
    last[next] = print;
    next = (next + 1) & (WINDOW - 1);
    return false;
  }

  /** Where it is, or would be. */
  private int find(long print) {
    int place = home(print);
    while (places[place] != 0 && places[place] != print) {
      place = (place + 1) & (PLACES - 1);
    }
    return place;
  }

  private static int home(long print) {
    return (int) (print >>> 20) & (PLACES - 1);
  }

  /** Takes one out, and closes the gap (Knuth, The Art of Computer Programming 3, 6.4, R). */
  private void forget(long print) {
    if (print == 0) {
      return;
    }
    int gap = find(print);
    places[gap] = 0;
    for (int i = (gap + 1) & (PLACES - 1); places[i] != 0; i = (i + 1) & (PLACES - 1)) {
      int home = home(places[i]);
      boolean stays = gap <= i ? gap < home && home <= i : gap < home || home <= i;
      if (!stays) {
        places[gap] = places[i];
        places[i] = 0;
        gap = i;
      }
    }
  }

  void write(DataOutput out) throws IOException {
    for (int i = 0; i < WINDOW; i++) {
      out.writeLong(last[(next + i) & (WINDOW - 1)]);
    }
  }

  void read(DataInput in) throws IOException {
    for (int i = 0; i < WINDOW; i++) {
      isOne(in.readLong());
    }
  }
}
