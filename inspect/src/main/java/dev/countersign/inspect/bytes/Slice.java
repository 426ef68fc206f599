package dev.countersign.inspect.bytes;

import java.io.IOException;

/**
 * A part of other bytes. Of a part of a file the first bytes are kept once they were read: every
 * format looks at them.
 */
final class Slice implements Bytes {
  private static final int KEPT = 1 << 13;
  private static final byte[] NONE = {};

  private final Bytes whole;
  private final long start;
  private final long length;
  private volatile byte[] kept = NONE;

  private Slice(Bytes whole, long start, long length) {
    this.whole = whole;
    this.start = start;
    this.length = length;
  }

  static Bytes of(Bytes whole, long at, long length) {
    long start = Math.clamp(at, 0, whole.length());
    long there = Math.clamp(length, 0, whole.length() - start);
    return whole instanceof Slice part
        ? new Slice(part.whole, part.start + start, there)
        : new Slice(whole, start, there);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long at, byte[] into, int offset, int count) throws IOException {
    int there = (int) Math.clamp(length - at, 0, count);
    if (there == 0) {
      return 0;
    }
    if (at + there > KEPT || !(whole instanceof FileBytes)) {
      return whole.read(start + at, into, offset, there);
    }
    byte[] first = first();
    int found = (int) Math.clamp(first.length - at, 0, there);
    if (found == 0) {
      return 0;
    }
    System.arraycopy(first, (int) at, into, offset, found);
    return found;
  }

  private byte[] first() throws IOException {
    byte[] known = kept;
    if (known.length == 0) {
      known = whole.copy(start, (int) Math.min(KEPT, length));
      kept = known;
    }
    return known;
  }
}
