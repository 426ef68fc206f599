package dev.countersign.provenance.verify;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.record.KnownFiles;
import dev.countersign.provenance.record.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this machine last read of a dataset, so that files that did not change need not be read
 * again ({@code --incremental}). A file counts as unchanged if its device, inode, size and times of
 * change are the same to the nanosecond. Whoever is root, or writes to the disk below the file
 * system, can change bytes and keep all of these: so this saves time and is never evidence. It is
 * outside of every signed statement, only its owner may read and write it, and {@code check} does
 * not use it.
 */
public final class StatCache implements KnownFiles {
  /** Files that changed so shortly before they were read are read again: clocks are coarse. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Path file;
  private final String root;
  private final Map<String, StatCacheFile.Known> before;
  private final Map<String, FileStamp> seen = new ConcurrentHashMap<>();
  private final Instant started = Instant.now();

  private StatCache(Path file, String root, Map<String, StatCacheFile.Known> before) {
    this.file = file;
    this.root = root;
    this.before = before;
  }

  /**
   * The cache of a dataset. It is empty if there is none yet, if it is of another root, or if
   * somebody else could have written it.
   *
   * @param file in a folder that only its owner may use; need not be there
   * @param root where the files are
   */
  public static StatCache open(Path file, Path root) {
    String at = root.toAbsolutePath().normalize().toString();
    return new StatCache(file, at, StatCacheFile.read(file, at));
  }

  @Override
  public Optional<Entry> unchanged(String name, Path path) {
    Optional<FileStamp> stamp = FileStamp.of(path);
    // Taken before the file is read, so that a change while it is read is seen next time.
    stamp.ifPresent(now -> seen.put(name, now));
    return Optional.ofNullable(before.get(name))
        .filter(known -> stamp.isPresent() && known.stamp().equals(stamp.get()))
        .map(StatCacheFile.Known::entry);
  }

  /**
   * Keeps what was found, for the next time, except for pointers, which are looked at each time.
   * What cannot be written is read again.
   */
  @Override
  public void keep(Recording recording) {
    try {
      StatCacheFile.write(file, root, settled(recording));
    } catch (IOException | UnsupportedOperationException unwritable) {
      return;
    }
  }

  private Collection<StatCacheFile.Known> settled(Recording recording) {
    List<StatCacheFile.Known> known = new ArrayList<>();
    long settled = FileStamp.nanos(started.minus(SETTLED));
    Set<String> pointers = Set.copyOf(recording.pointers());
    for (Entry entry : recording.manifest().entries()) {
      FileStamp stamp = seen.get(entry.name());
      if (!pointers.contains(entry.name())
          && stamp != null
          && stamp.changed() < settled
          && stamp.bytes() == entry.bytes()) {
        known.add(new StatCacheFile.Known(stamp, entry));
      }
    }
    return known;
  }
}
