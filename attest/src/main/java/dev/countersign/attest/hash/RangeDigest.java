package dev.countersign.attest.hash;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hashes ranges of files one after the other. For one thread. */
final class RangeDigest {
  /** Two of these (the channel copies through a second one) stay in the cache of a core. */
  private static final int BUFFER = 128 << 10;

  private static final long TELL_EVERY = 4L << 20;

  /** Enough that mapping costs little, and little enough for each of many threads. */
  private static final long WINDOW = 8L << 20;

  private final MessageDigest digest;
  private final Set<OpenOption> options;
  private final HashProgress progress;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  RangeDigest(HashAlgorithm algorithm, LinkOption[] links, HashProgress progress) {
    digest = algorithm.digest();
    List<OpenOption> all = new ArrayList<>(List.of(links));
    all.add(READ);
    options = Set.copyOf(all);
    this.progress = progress;
  }

  byte[] of(FileToHash file, long start, long end) throws IOException {
    digest.reset();
    try (FileChannel channel = FileChannel.open(file.path(), options)) {
      if (Mapping.installed().isPresent() && end - start >= WINDOW) {
        map(Mapping.installed().get(), channel, file, start, end);
      } else {
        read(channel, file, start, end);
      }
      requireSize(channel, file);
    } catch (IOException failed) {
      throw named(failed, file);
    }
    return digest.digest();
  }

  /** What the system says of a link or a folder in place of a file does not say of which. */
  private static IOException named(IOException failed, FileToHash file) {
    return failed.getClass() == IOException.class
        ? new FileSystemException(file.path().toString(), null, failed.getMessage())
        : failed;
  }

  private void map(Mapping mapping, FileChannel channel, FileToHash file, long start, long end)
      throws IOException {
    for (long at = start; at < end; at += WINDOW) {
      // Mapping more than there is would fail with a message about something else.
      requireSize(channel, file);
      long bytes = Math.min(WINDOW, end - at);
      mapping.update(digest, channel, file, at, bytes);
      progress.hashed(bytes);
    }
  }

  private static void requireSize(FileChannel channel, FileToHash file) throws IOException {
    if (channel.size() != file.bytes()) {
      throw new ChangedFile(file.name());
    }
  }

  private void read(FileChannel channel, FileToHash file, long start, long end) throws IOException {
    long untold = 0;
    for (long at = start; at < end; ) {
      buffer.clear().limit((int) Math.min(BUFFER, end - at));
      int read = channel.read(buffer, at);
      if (read < 1) {
        throw new ChangedFile(file.name());
      }
      digest.update(buffer.array(), 0, read);
      at += read;
      untold += read;
      if (untold >= TELL_EVERY) {
        progress.hashed(untold);
        untold = 0;
      }
    }
    progress.hashed(untold);
  }
}
