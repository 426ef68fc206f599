package dev.countersign.inspect.bytes;

import java.io.IOException;

/** A part of other bytes. */
record Slice(Bytes whole, long start, long length) implements Bytes {
  static Bytes of(Bytes whole, long at, long length) {
    long start = Math.clamp(at, 0, whole.length());
    long there = Math.clamp(length, 0, whole.length() - start);
    return whole instanceof Slice(Bytes under, long before, _)
        ? new Slice(under, before + start, there)
        : new Slice(whole, start, there);
  }

  @Override
  public int read(long at, byte[] into, int offset, int count) throws IOException {
    long there = length - at;
    return there <= 0 ? 0 : whole.read(start + at, into, offset, (int) Math.min(count, there));
  }
}
