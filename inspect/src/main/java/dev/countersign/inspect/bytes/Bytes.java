package dev.countersign.inspect.bytes;

import java.io.IOException;

/**
 * Bytes that can be read at any place: a file, a part of one, or a member of an archive. Reading is
 * safe from several threads.
 */
public interface Bytes {
  /** How many there are. */
  long length();

  /**
   * Reads up to that many bytes.
   *
   * @param at the place of the first, from 0
   * @return how many were read; 0 at or after the end, never fewer than asked for before it
   */
  int read(long at, byte[] into, int offset, int count) throws IOException;

  /**
   * A part of these, without a copy; shorter where they end before.
   *
   * @param at from 0
   * @param length at least 0
   */
  default Bytes slice(long at, long length) {
    return Slice.of(this, at, length);
  }

  /** Up to that many bytes from a place, in an array of their own. */
  default byte[] copy(long at, int most) throws IOException {
    long there = Math.clamp(length() - at, 0, most);
    byte[] copy = new byte[(int) there];
    int read = read(at, copy, 0, copy.length);
    return read == copy.length ? copy : java.util.Arrays.copyOf(copy, read);
  }

  /** Bytes that are in memory; the array belongs to them from now on. */
  static Bytes of(byte[] array) {
    return new ArrayBytes(array, array.length);
  }
}
