package dev.countersign.inspect.sevenzip;

import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes as a channel that is only read. For one thread. */
final class BytesChannel implements SeekableByteChannel {
  private static final int STEP = 1 << 16;

  private final Bytes bytes;
  private long position;

  BytesChannel(Bytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position >= bytes.length()) {
      return into.hasRemaining() ? -1 : 0;
    }
    byte[] step = bytes.copy(position, Math.min(STEP, into.remaining()));
    into.put(step);
    position += step.length;
    return step.length;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) {
    position = to;
    return this;
  }

  @Override
  public long size() {
    return bytes.length();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    position = 0;
  }
}
