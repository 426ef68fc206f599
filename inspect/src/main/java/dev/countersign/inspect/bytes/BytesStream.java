package dev.countersign.inspect.bytes;

import java.io.IOException;
import java.io.InputStream;

/** Bytes as a stream, for libraries that want one. For one thread. */
public final class BytesStream extends InputStream {
  private static final int WINDOW = 1 << 14;

  private final Bytes bytes;
  private final byte[] window;
  private long start;
  private int filled;
  private int next;

  /** Begins at the first byte. */
  public BytesStream(Bytes bytes) {
    this.bytes = bytes;
    this.window = new byte[(int) Math.min(WINDOW, bytes.length())];
  }

  /** The place of the byte that is read next, from 0. */
  public long position() {
    return start + next;
  }

  @Override
  public int read() throws IOException {
    return next < filled || fill() ? window[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (next == filled && !fill()) {
      return -1;
    }
    int part = Math.min(count, filled - next);
    System.arraycopy(window, next, into, offset, part);
    next += part;
    return part;
  }

  @Override
  public long skip(long count) {
    long to = Math.clamp(position() + Math.max(0, count), 0, bytes.length());
    long skipped = to - position();
    if (skipped <= filled - next) {
      next += (int) skipped;
    } else {
      start = to;
      filled = 0;
      next = 0;
    }
    return skipped;
  }

  @Override
  public int available() {
    return filled - next;
  }

  private boolean fill() throws IOException {
    start += next;
    next = 0;
    filled = bytes.read(start, window, 0, window.length);
    return filled > 0;
  }
}
