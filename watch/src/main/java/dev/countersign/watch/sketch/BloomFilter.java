package dev.countersign.watch.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Whether something was put in (Bloom 1970): yes for everything that was, and at eight bits a thing
 * also for one in 40 that was not. Things come as hashes that are already spread.
 */
public final class BloomFilter {
  private static final int PROBES = 4;

  /** The largest one, as a power of two of bits. */
  public static final int LARGEST = 24;

  private final long[] words;
  private final int mask;

  /**
   * An empty one.
   *
   * @param power of two of bits, from 6 to {@link #LARGEST}
   */
  public BloomFilter(int power) {
    this(new long[1 << (power - 6)]);
  }

  private BloomFilter(long[] words) {
    this.words = words;
    this.mask = words.length * Long.SIZE - 1;
  }

  /** Puts a thing in; whether it seems to have been in before. */
  public boolean put(long hash) {
    boolean known = true;
    long step = (hash >>> 32) | 1;
    for (int i = 0; i < PROBES; i++) {
      int bit = (int) (hash + i * step) & mask;
      known &= (words[bit >>> 6] & 1L << bit) != 0;
      words[bit >>> 6] |= 1L << bit;
    }
    return known;
  }

  /** Whether a thing seems to have been put in. */
  public boolean has(long hash) {
    long step = (hash >>> 32) | 1;
    for (int i = 0; i < PROBES; i++) {
      int bit = (int) (hash + i * step) & mask;
      if ((words[bit >>> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(words, 0);
  }

  /** As bytes. */
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
    bytes.asLongBuffer().put(words);
    return bytes.array();
  }

  /**
   * One as {@link #bytes} made it.
   *
   * @throws IllegalArgumentException if so many bytes are none
   */
  public static BloomFilter of(byte[] bytes) {
    if (power(bytes.length).isEmpty()) {
      throw new IllegalArgumentException(bytes.length + " bytes are no Bloom filter");
    }
    long[] words = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(words);
    return new BloomFilter(words);
  }

  private static OptionalInt power(int bytes) {
    int power = 31 - Integer.numberOfLeadingZeros(Math.max(1, bytes)) + 3;
    boolean exact = bytes == 1 << (power - 3);
    return exact && power >= 6 && power <= LARGEST ? OptionalInt.of(power) : OptionalInt.empty();
  }

  /**
   * Writes what is in it, not its size.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.write(bytes());
  }

  /**
   * Takes what another one of the same size wrote in place of what is in it.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    byte[] bytes = new byte[words.length * Long.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asLongBuffer().get(words);
  }
}
