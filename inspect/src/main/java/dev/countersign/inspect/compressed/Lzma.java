package dev.countersign.inspect.compressed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The header of LZMA without a container, which has no signature: liblzma looks at the same. */
final class Lzma {
  private static final int SIZE = 14;
  private static final int MOST_PROPERTIES = (4 * 5 + 4) * 9 + 8;
  private static final long LARGEST = 1L << 38;

  private Lzma() {}

  static boolean header(byte[] head) {
    if (head.length < SIZE || (head[0] & 0xFF) > MOST_PROPERTIES || head[13] != 0) {
      return false;
    }
    ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    long size = numbers.getLong(5);
    return dictionary(numbers.getInt(1)) && (size == -1 || size > 0 && size < LARGEST);
  }

  /** 2^n or 2^n + 2^(n-1), from 4 KiB, as every encoder writes. */
  private static boolean dictionary(int size) {
    int high = Integer.highestOneBit(size);
    int rest = size - high;
    return size == -1 || high >= 1 << 12 && (rest == 0 || rest == high >>> 1);
  }
}
