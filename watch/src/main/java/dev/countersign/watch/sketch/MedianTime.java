package dev.countersign.watch.sketch;

import java.util.Arrays;

/**
 * About the median of times, which a few wrong ones do not move: every so many-th of them is kept,
 * so that there are at most {@value #MOST}.
 */
public final class MedianTime {
  private static final int MOST = 1024;

  private final long[] kept = new long[MOST];
  private int count;
  private long seen;
  private long every = 1;

  /** Takes a time. */
  public void add(long time) {
    if (seen++ % every != 0) {
      return;
    }
    if (count == MOST) {
      count = MOST / 2;
      for (int i = 0; i < count; i++) {
        kept[i] = kept[2 * i];
      }
      every *= 2;
    }
    kept[count++] = time;
  }

  /** The median; 0 of none. */
  public long median() {
    long[] sorted = Arrays.copyOf(kept, count);
    Arrays.sort(sorted);
    return count == 0 ? 0 : sorted[count / 2];
  }
}
