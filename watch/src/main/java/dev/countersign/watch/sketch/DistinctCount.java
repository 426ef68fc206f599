package dev.countersign.watch.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * About how many different things were seen, by linear counting (Whang, Vander-Zanden and Taylor
 * 1990): a bitmap of {@value #BITS} bits. Off by few per cent up to some 500, and never more than
 * {@value #MOST}.
 */
public final class DistinctCount {
  /** Bytes that it is written as. */
  public static final int BYTES = 64;

  /** What it says when every bit but one is set, and beyond. */
  public static final int MOST = 3194;

  private static final int BITS = BYTES * Byte.SIZE;
  private static final int WORDS = BITS / Long.SIZE;

  private final long[] bits = new long[WORDS];

  /** Takes a thing, by its hash. */
  public void add(long hash) {
    int bit = (int) (hash >>> 55);
    bits[bit >>> 6] |= 1L << bit;
  }

  /** About how many different things; exactly 0 and 1 for none and one. */
  public double estimate() {
    int set = 0;
    for (long word : bits) {
      set += Long.bitCount(word);
    }
    if (set <= 1) {
      return set;
    }
    return BITS * Math.log((double) BITS / Math.max(1, BITS - set));
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(bits, 0);
  }

  /**
   * Writes it.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    for (long word : bits) {
      out.writeLong(word);
    }
  }

  /**
   * Takes what another one wrote in place of what it knows.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    for (int i = 0; i < WORDS; i++) {
      bits[i] = in.readLong();
    }
  }
}
