package dev.countersign.inspect.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes of a file. A small file is read whole when it is opened; of a large one only what is asked
 * for is ever read. Its length is the one it had when it was opened.
 */
public final class FileBytes implements Bytes, Closeable {
  /** Files up to this size are read whole: one call to the system instead of many. */
  public static final int SMALL = 1 << 18;

  private final FileChannel channel;
  private final long length;
  private final byte[] small;

  private FileBytes(FileChannel channel, long length, byte[] small) {
    this.channel = channel;
    this.length = length;
    this.small = small;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened or read
   */
  public static FileBytes open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      long length = channel.size();
      byte[] small = length <= SMALL ? whole(channel, (int) length) : new byte[0];
      if (length <= SMALL) {
        channel.close();
      }
      return new FileBytes(channel, length <= SMALL ? small.length : length, small);
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long at, byte[] into, int offset, int count) throws IOException {
    if (at >= length) {
      return 0;
    }
    int there = (int) Math.min(count, length - at);
    if (length <= SMALL) {
      System.arraycopy(small, (int) at, into, offset, there);
      return there;
    }
    return fill(channel, at, ByteBuffer.wrap(into, offset, there));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static byte[] whole(FileChannel channel, int length) throws IOException {
    byte[] bytes = new byte[length];
    int read = fill(channel, 0, ByteBuffer.wrap(bytes));
    return read == length ? bytes : java.util.Arrays.copyOf(bytes, read);
  }

  private static int fill(FileChannel channel, long at, ByteBuffer into) throws IOException {
    int from = into.position();
    while (into.hasRemaining()) {
      if (channel.read(into, at + into.position() - from) < 0) {
        break;
      }
    }
    return into.position() - from;
  }
}
