package dev.countersign.runner.source;

import io.airlift.compress.v3.zstd.ZstdJavaInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;

/** An open file of a log: what it is known by, and its lines. */
final class LogFile implements Closeable {
  /** A file of Parquet that has no end: somebody may be writing it. */
  static final class Unfinished extends IOException {
    private static final long serialVersionUID = 1L;

    Unfinished() {
      super("it begins as Parquet does and does not end so: it is cut, or still being written");
    }
  }

  /** By so many first bytes a file is known again; Parquet by its last ones, which tell more. */
  private static final int HEAD = 4096;

  private static final int BUFFER = 1 << 16;

  /** Two times four letters and the length of the footer: no Parquet is shorter. */
  private static final int MARKS = 12;

  private static final int GZIP = 0x1f8b;
  private static final int ZSTD = 0x28b52ffd;
  private static final int PARQUET = 0x50415231;

  private final FileChannel channel;
  private final boolean compressed;
  private final boolean parquet;
  private final InputStream in;
  private final byte[] head;

  private LogFile(FileChannel channel) throws IOException {
    this.channel = channel;
    int magic = magic(channel);
    this.compressed = magic >>> 16 == GZIP || magic == ZSTD;
    this.parquet = magic == PARQUET;
    this.in = decompressed(magic, new Unclosed(Channels.newInputStream(channel)));
    this.head = parquet ? tail() : in.readNBytes(HEAD);
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
    } catch (Unfinished unfinished) {
      channel.close();
      throw unfinished;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw new IOException(failed.getMessage(), failed);
    }
  }

  /** The end of the footer, which has the place and the size of everything before it. */
  private byte[] tail() throws IOException {
    long size = channel.size();
    channel.position(size - Math.min(size, HEAD));
    byte[] tail = Channels.newInputStream(channel).readNBytes(HEAD);
    channel.position(0);
    int magic = tail.length < MARKS ? 0 : ByteBuffer.wrap(tail).getInt(tail.length - Integer.BYTES);
    if (magic != PARQUET) {
      throw new Unfinished();
    }
    return tail;
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
    return !compressed && !parquet;
  }

  /** How many bytes {@link #headHash} can be of. */
  int headLength() {
    return head.length;
  }

  /** A hash of some of those bytes. */
  long headHash(int length) {
    CRC32C sum = new CRC32C();
    sum.update(head, 0, length);
    return sum.getValue() << 32 | (Arrays.hashCode(Arrays.copyOf(head, length)) & 0xFFFF_FFFFL);
  }

  /**
   * How many of its bytes were read, as they lie there; of Parquet all when it is read to its end.
   *
   * @param whole whether it is
   */
  long position(boolean whole) throws IOException {
    if (parquet) {
      return whole ? channel.size() : 0;
    }
    return channel.position();
  }

  /** How long it is, as it lies there. */
  long size() throws IOException {
    return channel.size();
  }

  /**
   * Its lines from a place on, decompressed.
   *
   * @param path of the file
   * @param offset in bytes; of Parquet in rows
   * @throws IOException if it cannot be read up to there
   */
  Lines lines(Path path, long offset) throws IOException {
    if (parquet) {
      return ParquetLines.open(path, offset);
    }
    return new LineReader(from(offset), offset);
  }

  private InputStream from(long offset) throws IOException {
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
