package dev.countersign.runner.checkpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A folder with the last two checkpoints of one run. A checkpoint is on the disk whole before it
 * takes the place of the one before, and a checksum at its end says that it is whole.
 */
public final class Checkpoints implements AutoCloseable {
  private static final String MAGIC = "countersign-watch-checkpoint";
  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;

  private final Path last;
  private final Path before;
  private final Path draft;
  private final FileChannel lock;

  /** Writes what a run remembers. */
  public interface Content {
    /**
     * Writes it.
     *
     * @throws IOException as {@code out} does
     */
    void write(DataOutput out) throws IOException;
  }

  /** Reads what {@link Content} wrote. */
  public interface Reader {
    /**
     * Reads it.
     *
     * @throws IOException if it is not what was expected
     * @throws UnusableCheckpoint if it is of another run
     */
    void read(DataInput in) throws IOException, UnusableCheckpoint;
  }

  private Checkpoints(Path folder, FileChannel lock) {
    this.last = folder.resolve("checkpoint");
    this.before = folder.resolve("checkpoint.1");
    this.draft = folder.resolve("checkpoint.new");
    this.lock = lock;
  }

  /**
   * Opens a folder, which is made if it is not there.
   *
   * @throws UnusableCheckpoint if another process uses it
   * @throws IOException if it cannot be written
   */
  public static Checkpoints in(Path folder) throws IOException, UnusableCheckpoint {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(lock)) {
      lock.close();
      throw new UnusableCheckpoint(
          "Another run uses the checkpoint %s. Stop it, or name another folder.".formatted(folder));
    }
    return new Checkpoints(folder, lock);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  /** Whether there is one. */
  public boolean exist() {
    return Files.exists(last) || Files.exists(before);
  }

  /**
   * Writes one more.
   *
   * @throws IOException if it cannot be written; those that are there stay as they are
   */
  public void write(Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(content, Channels.newOutputStream(channel));
      channel.force(true);
    }
    if (Files.exists(last)) {
      Files.move(last, before, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(draft, last, StandardCopyOption.ATOMIC_MOVE);
    flushFolder();
  }

  private static void write(Content content, OutputStream file) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(file, BUFFER), new CRC32C());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
    out.writeUTF(MAGIC);
    out.writeInt(VERSION);
    content.write(out);
    out.flush();
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  /** Without it the names may be lost with the power, on systems where folders can be flushed. */
  private void flushFolder() {
    Path folder = last.resolveSibling("");
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // Windows has no such thing, and needs none.
    }
  }

  /**
   * Reads the last one that is whole.
   *
   * @throws UnusableCheckpoint if none is, or it is of another run
   */
  public void read(Reader reader) throws UnusableCheckpoint {
    Path whole = isWhole(last) ? last : before;
    if (!isWhole(whole)) {
      throw new UnusableCheckpoint(
          "No checkpoint in %s is whole. Name another folder, to begin anew."
              .formatted(last.resolveSibling("")));
    }
    try (InputStream file = Files.newInputStream(whole)) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(file, BUFFER));
      if (!in.readUTF().equals(MAGIC) || in.readInt() != VERSION) {
        throw new IOException("it is of another version of countersign");
      }
      reader.read(in);
    } catch (IOException | IllegalArgumentException wrong) {
      throw new UnusableCheckpoint(
          "The checkpoint %s cannot be used: %s. Name another folder, to begin anew."
              .formatted(
                  whole, wrong instanceof EOFException ? "it ends too early" : wrong.getMessage()));
    }
  }

  private static boolean isWhole(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      long content = Files.size(file) - Long.BYTES;
      if (content <= 0) {
        return false;
      }
      CheckedInputStream checked = new CheckedInputStream(in, new CRC32C());
      checked.skipNBytes(content);
      return new DataInputStream(in).readLong() == checked.getChecksum().getValue();
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
