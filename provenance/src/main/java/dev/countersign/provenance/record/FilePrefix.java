package dev.countersign.provenance.record;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.provenance.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The beginning of a file, as if it were all of it. */
public final class FilePrefix {
  private FilePrefix() {}

  /**
   * What the manifest would say of the file if it ended after so many bytes. Reads them.
   *
   * @throws RecordingFailed if it cannot be read or is shorter
   */
  public static Entry read(Path path, String name, long bytes) throws RecordingFailed {
    try (SeekableByteChannel channel =
            Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        HashedStream stream =
            new HashedStream(new Prefix(channel, bytes), bytes, HashProgress.SILENT)) {
      return stream.entry(name);
    } catch (IOException unreadable) {
      throw Run.failed(name, unreadable);
    }
  }

  /** A channel that ends early. */
  private static final class Prefix implements ReadableByteChannel {
    private final ReadableByteChannel channel;
    private long left;

    Prefix(ReadableByteChannel channel, long bytes) {
      this.channel = channel;
      this.left = bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (left == 0) {
        return -1;
      }
      ByteBuffer room = into.slice().limit((int) Math.min(into.remaining(), left));
      int read = channel.read(room);
      left -= Math.max(read, 0);
      into.position(into.position() + Math.max(read, 0));
      return read;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
