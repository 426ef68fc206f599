package dev.countersign.provenance.record;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Shards;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.pointer.LfsPointer;
import dev.countersign.provenance.table.TableScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Reads files one after the other. Of one thread: its buffer and its digester are used again and
 * again.
 */
public final class FileReading {
  private static final int BUFFER = 256 << 10;

  // A link that took the file's place after it was looked at is not followed.
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final boolean tables;
  private final HashProgress progress;
  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private final MessageDigest sha256 = Sha256.digester();
  private boolean pointer;

  /**
   * To read with.
   *
   * @param tables whether rows and columns are looked at
   * @param progress is told how many bytes are done
   */
  public FileReading(boolean tables, HashProgress progress) {
    this.tables = tables;
    this.progress = progress;
  }

  /**
   * Reads a file to its end. What cannot be read as a table is hashed all the same.
   *
   * @param path no link
   * @param name that the entry gets; its ending tells which kind of table it is
   * @param size that it had when it was looked at
   * @throws RecordingFailed if it cannot be read, or has another size by now
   */
  public Entry read(Path path, String name, long size) throws RecordingFailed {
    pointer = false;
    Optional<TableScan> scan = tables && size > 0 ? TableScan.of(name) : Optional.empty();
    try {
      if (size < BUFFER) {
        Entry entry = small(path, name, size);
        return scan.isEmpty() || pointer
            ? entry
            : entry.with(scan.get().read(new ByteArrayInputStream(bytes, 0, (int) size), path));
      }
      return scan.isPresent() ? table(path, name, size, scan.get()) : large(path, name, size);
    } catch (IOException unreadable) {
      throw Run.failed(name, unreadable);
    } catch (IllegalArgumentException unnameable) {
      throw new RecordingFailed(unnameable.getMessage() + ". Rename it.", unnameable);
    }
  }

  /** Whether the file that was read last begins as pointers of Git LFS do. */
  boolean pointer() {
    return pointer;
  }

  /** One read for the file, and one that finds its end. */
  private Entry small(Path path, String name, long size) throws IOException, RecordingFailed {
    try (SeekableByteChannel channel = Files.newByteChannel(path, READ)) {
      buffer.clear();
      int read = 0;
      // One byte more than there should be, so that a file that grew is noticed.
      buffer.limit((int) size + 1);
      while (read >= 0 && buffer.position() < size) {
        read = channel.read(buffer);
      }
    }
    requireSize(name, size, buffer.position());
    pointer = LfsPointer.begins(bytes, (int) size);
    sha256.update(bytes, 0, (int) size);
    progress.hashed(size);
    return Entry.of(name, size, Sha256.hex(sha256.digest()));
  }

  private Entry large(Path path, String name, long size) throws IOException, RecordingFailed {
    if (Shards.count(size) > 0) {
      return LargeFile.read(path, name, size, progress);
    }
    try (HashedStream stream = new HashedStream(Files.newByteChannel(path, READ), size, progress)) {
      return stream.entry(name);
    }
  }

  private Entry table(Path path, String name, long size, TableScan scan)
      throws IOException, RecordingFailed {
    try (HashedStream stream = new HashedStream(Files.newByteChannel(path, READ), size, progress)) {
      Table table = scan.read(stream, path);
      return stream.entry(name).with(table);
    }
  }

  static void requireSize(String name, long expected, long found) throws RecordingFailed {
    if (expected != found) {
      throw new RecordingFailed(
          name + " changed while it was read. Stop what writes to it and try again.");
    }
  }
}
