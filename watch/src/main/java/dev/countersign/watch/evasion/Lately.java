package dev.countersign.watch.evasion;

import dev.countersign.watch.sketch.BloomFilter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The latest {@value #MOST} to {@code 32} rows that were near others: a list of rows that a client
 * sends again and again is longer than {@link Traces} have slots. Of rows that were not seen, one
 * in twenty seems to have been.
 */
final class Lately {
  private static final int POWER = 7;
  private static final int MOST = 16;

  /** How many bytes it is written as. */
  static final int BYTES = 2 * (1 << POWER) / Byte.SIZE + 2;

  /** In place of one that nothing was put in: most clients never need any. Never written to. */
  private static final BloomFilter NONE = new BloomFilter(POWER);

  private BloomFilter one = NONE;
  private BloomFilter other = NONE;
  private boolean fillsOther;
  private byte filled;

  /** Takes a row by its hash; whether it seems to have come lately. */
  boolean put(long hash) {
    if (one.has(hash) || other.has(hash)) {
      return true;
    }
    if (filled == MOST) {
      fillsOther = !fillsOther;
      filling().clear();
      filled = 0;
    }
    filled++;
    filling().put(hash);
    return false;
  }

  private BloomFilter filling() {
    if (fillsOther) {
      other = own(other);
      return other;
    }
    one = own(one);
    return one;
  }

  private static BloomFilter own(BloomFilter filter) {
    return filter == NONE ? new BloomFilter(POWER) : filter;
  }

  void write(DataOutput out) throws IOException {
    one.write(out);
    other.write(out);
    out.writeBoolean(fillsOther);
    out.writeByte(filled);
  }

  void read(DataInput in) throws IOException {
    one = own(NONE);
    other = own(NONE);
    one.read(in);
    other.read(in);
    fillsOther = in.readBoolean();
    filled = in.readByte();
  }
}
