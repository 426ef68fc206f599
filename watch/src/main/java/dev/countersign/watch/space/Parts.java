package dev.countersign.watch.space;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What a row consists of, in {@value #COUNT} bytes: each is a hash of the values of every eighth
 * feature. Of two rows that differ in one field all but one or two bytes are equal, however far
 * apart that field puts them.
 */
public final class Parts {
  /** How many parts a row has. */
  public static final int COUNT = 8;

  /** All parts of a row as one number. */
  private static final VarHandle TOGETHER =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Parts() {}

  /** The parts of a row. */
  public static byte[] of(float[] raw) {
    byte[] parts = new byte[COUNT];
    take(raw, new int[COUNT], parts);
    return parts;
  }

  /**
   * The parts of a row, and the numbers that they are bytes of.
   *
   * @param hashes {@link #COUNT} numbers, written over
   * @param parts as many bytes
   */
  static void take(float[] raw, int[] hashes, byte[] parts) {
    for (int i = 0; i < COUNT; i++) {
      hashes[i] = i;
    }
    for (int i = 0; i < raw.length; i++) {
      int at = i & (COUNT - 1);
      hashes[at] = 31 * hashes[at] + Float.floatToIntBits(raw[i]);
    }
    for (int i = 0; i < COUNT; i++) {
      int mixed = hashes[i] * 0x9E3779B9;
      parts[i] = (byte) ((mixed ^ (mixed >>> 15)) * 0x85EBCA6B >>> 24);
    }
  }

  /** In how many parts two rows differ. */
  public static int differing(byte[] one, int from, byte[] other, int of) {
    long bits = (long) TOGETHER.get(one, from) ^ (long) TOGETHER.get(other, of);
    bits |= bits >>> 4;
    bits |= bits >>> 2;
    bits |= bits >>> 1;
    return Long.bitCount(bits & 0x0101010101010101L);
  }
}
