package dev.countersign.runner.source;

import io.airlift.compress.v3.zstd.ZstdJavaInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;

/** An open file of a log: what it begins with, and its lines. */
final class LogFile implements Closeable {
  /** By so many first bytes a file is known again. */
  private static final int HEAD = 4096;

  private static final int BUFFER = 1 << 16;
  private static final int GZIP = 0x1f8b;
  private static final int ZSTD = 0x28b52ffd;

  private final FileChannel channel;
  private final boolean compressed;
  private final InputStream in;
  private final byte[] head;

  private LogFile(FileChannel channel) throws IOException {
    this.channel = channel;
    int magic = magic(channel);
    this.compressed = magic >>> 16 == GZIP || magic == ZSTD;
    this.in = decompressed(magic, new Unclosed(Channels.newInputStream(channel)));
    this.head = in.readNBytes(HEAD);
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read, or its beginning is not compressed as it says
   */
  static LogFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      return new LogFile(channel);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw new IOException(failed.getMessage(), failed);
    }
  }

  private static int magic(FileChannel channel) throws IOException {
    byte[] first = Channels.newInputStream(channel).readNBytes(Integer.BYTES);
    channel.position(0);
    int magic = 0;
    for (byte one : first) {
      magic = magic << 8 | (one & 0xFF);
    }
    return first.length == Integer.BYTES ? magic : 0;
  }

  private static InputStream decompressed(int magic, InputStream raw) throws IOException {
    if (magic >>> 16 == GZIP) {
      return new GZIPInputStream(raw, BUFFER);
    }
    return magic == ZSTD ? new ZstdJavaInputStream(new BufferedInputStream(raw, BUFFER)) : raw;
  }

  /** Whether more may be written to it. */
  boolean canGrow() {
    return !compressed;
  }

  /** How many first bytes {@link #headHash} can be of. */
  int headLength() {
    return head.length;
  }

  /** A hash of its first bytes. */
  long headHash(int length) {
    CRC32C sum = new CRC32C();
    sum.update(head, 0, length);
    return sum.getValue() << 32 | (Arrays.hashCode(Arrays.copyOf(head, length)) & 0xFFFF_FFFFL);
  }

  /** How many of its bytes were read, as they lie there. */
  long position() throws IOException {
    return channel.position();
  }

  /** How long it is, as it lies there. */
  long size() throws IOException {
    return channel.size();
  }

  /**
   * What is in it from an offset on, decompressed. Closed with this file.
   *
   * @throws IOException if it cannot be read up to there
   */
  InputStream from(long offset) throws IOException {
    if (canGrow()) {
      channel.position(offset);
      return Channels.newInputStream(channel);
    }
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
    all.skipNBytes(offset);
    return all;
  }

  @Override
  public void close() throws IOException {
    in.close();
    channel.close();
  }

  /** At the end of a stream that was put together its parts are closed: the channel is not. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The channel is closed with the file.
    }
  }
}
