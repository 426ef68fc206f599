package dev.countersign.watch.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text at a time, as one number: their first one is the lowest. The tests for
 * bytes of some kind are those of Warren, Hacker's Delight, 6-1; what they say is right up to the
 * first such byte.
 */
final class Eight {
  private static final VarHandle NUMBERS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST = 0x8080808080808080L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Eight() {}

  /**
   * Where the first byte is that is no plain one, or fewer than eight are left: plain are all of
   * ASCII but control characters, the quotation mark and the backslash.
   */
  static int pastPlain(byte[] bytes, int from, int end) {
    int p = from;
    while (p + Long.BYTES <= end) {
      long other = others((long) NUMBERS.get(bytes, p));
      if (other != 0) {
        return p + (Long.numberOfTrailingZeros(other) >>> 3);
      }
      p += Long.BYTES;
    }
    return p;
  }

  private static long others(long eight) {
    long quotes = eight ^ '"' * ONES;
    long escapes = eight ^ '\\' * ONES;
    long below = eight - ' ' * ONES | quotes - ONES & ~quotes | escapes - ONES & ~escapes;
    return (below & ~eight | eight) & HIGHEST;
  }

  /** A hash of the first and last bytes and their number, for a table of few texts. */
  static int hash(byte[] bytes, int from, int length) {
    long sum = length;
    if (length >= Long.BYTES) {
      sum += (long) NUMBERS.get(bytes, from);
      sum = sum * GOLDEN + (long) NUMBERS.get(bytes, from + length - Long.BYTES);
    } else {
      for (int i = from; i < from + length; i++) {
        sum = sum << Byte.SIZE | bytes[i];
      }
    }
    return (int) (sum * GOLDEN >>> 48);
  }
}
