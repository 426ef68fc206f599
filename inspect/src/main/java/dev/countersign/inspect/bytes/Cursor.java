package dev.countersign.inspect.bytes;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads bytes from front to back, with jumps, through a window of a few kilobytes. Every number is
 * read whole or not at all, and no array is made that is larger than what is there. For one thread.
 */
public final class Cursor {
  private static final int WINDOW = 1 << 13;

  private final Bytes bytes;
  private final long length;
  private final byte[] window;
  private long start;
  private int filled;
  private int next;

  /** Begins at the first byte. */
  public Cursor(Bytes bytes) {
    this(bytes, WINDOW);
  }

  /**
   * Begins at the first byte.
   *
   * @param window how many bytes are read at once: few, where only a little is read at many places
   */
  public Cursor(Bytes bytes, int window) {
    this.bytes = bytes;
    this.length = bytes.length();
    this.window = new byte[(int) Math.min(window, length)];
  }

  /** The place of the byte that is read next, from 0. */
  public long position() {
    return start + next;
  }

  /** How many bytes there are in all. */
  public long length() {
    return length;
  }

  /** How many bytes are left. */
  public long remaining() {
    return length - position();
  }

  /** Whether there is another byte. */
  public boolean more() {
    return next < filled || position() < length;
  }

  /** Goes to a place; one after the end is the end. */
  public void seek(long position) {
    long to = Math.clamp(position, 0, length);
    if (to >= start && to <= start + filled) {
      next = (int) (to - start);
    } else {
      start = to;
      filled = 0;
      next = 0;
    }
  }

  /**
   * Leaves bytes out.
   *
   * @throws Broken if fewer are left
   */
  public void skip(long count) throws Broken {
    if (count >= 0 && count <= filled - next) {
      next += (int) count;
      return;
    }
    need(count);
    seek(position() + count);
  }

  /** The next byte, 0 to 255. */
  public int u8() throws Broken, IOException {
    if (next == filled) {
      fill();
    }
    return window[next++] & 0xFF;
  }

  /** The next byte without going on, or -1 at the end. */
  public int peek() throws IOException {
    if (next == filled && !filledMore()) {
      return -1;
    }
    return window[next] & 0xFF;
  }

  /** Two bytes, the lowest first. */
  public int u16() throws Broken, IOException {
    return u8() | u8() << 8;
  }

  /** Four bytes, the lowest first, as a number from 0. */
  public long u32() throws Broken, IOException {
    return i32() & 0xFFFF_FFFFL;
  }

  /** Four bytes, the lowest first, with a sign. */
  public int i32() throws Broken, IOException {
    return u16() | u16() << 16;
  }

  /** Eight bytes, the lowest first; negative where an unsigned number is 2^63 or more. */
  public long i64() throws Broken, IOException {
    return u32() | u32() << 32;
  }

  /** Two bytes, the highest first. */
  public int u16Big() throws Broken, IOException {
    return u8() << 8 | u8();
  }

  /** Four bytes, the highest first, as a number from 0. */
  public long u32Big() throws Broken, IOException {
    return (long) u16Big() << 16 | u16Big();
  }

  /** Eight bytes, the highest first; negative where an unsigned number is 2^63 or more. */
  public long i64Big() throws Broken, IOException {
    return u32Big() << 32 | u32Big();
  }

  /**
   * That many bytes.
   *
   * @param most the largest count that is believed
   * @throws Broken if fewer are left, or the count is negative or above the most
   */
  public byte[] take(long count, int most) throws Broken, IOException {
    need(count);
    if (count > most) {
      throw new Broken(position(), "%,d bytes where at most %,d are read".formatted(count, most));
    }
    byte[] taken = bytes.copy(position(), (int) count);
    if (taken.length < count) {
      throw new Broken(position() + taken.length, "the file got shorter while it was read");
    }
    seek(position() + count);
    return taken;
  }

  /** That many bytes as text of UTF-8; what is not UTF-8 becomes a replacement character. */
  public String utf8(long count, int most) throws Broken, IOException {
    return text(count, most, StandardCharsets.UTF_8);
  }

  /** That many bytes as text. */
  public String text(long count, int most, Charset charset) throws Broken, IOException {
    return new String(take(count, most), charset);
  }

  /** That many bytes as bytes at their place; nothing is read, and they are passed over. */
  public Bytes slice(long count) throws Broken {
    need(count);
    Bytes slice = bytes.slice(position(), count);
    seek(position() + count);
    return slice;
  }

  /**
   * Bytes up to the next line feed, which is passed over and not part of them.
   *
   * @param most the longest line that is believed
   * @throws Broken if there is no line feed within the most
   */
  public byte[] line(int most) throws Broken, IOException {
    long from = position();
    while (true) {
      if (next == filled && !filledMore()) {
        throw new Broken(from, "a line that does not end");
      }
      for (; next < filled; next++) {
        if (window[next] == '\n') {
          int length = (int) (position() - from);
          next++;
          return bytes.copy(from, length);
        }
      }
      if (position() - from > most) {
        throw new Broken(from, "a line of more than %,d bytes".formatted(most));
      }
    }
  }

  /**
   * Fails unless that many bytes are left.
   *
   * @throws Broken if fewer are left, or the count is negative, as a number of 2^63 or more is
   */
  public void need(long count) throws Broken {
    if (count < 0 || count > remaining()) {
      throw new Broken(
          position(),
          "%s bytes are announced, and %,d are left"
              .formatted(
                  count < 0 ? Long.toUnsignedString(count) : "%,d".formatted(count), remaining()));
    }
  }

  private void fill() throws Broken, IOException {
    if (!filledMore()) {
      throw new Broken(position(), "the end, in the middle of something");
    }
  }

  private boolean filledMore() throws IOException {
    start += next;
    next = 0;
    filled = bytes.read(start, window, 0, window.length);
    return filled > 0;
  }
}
