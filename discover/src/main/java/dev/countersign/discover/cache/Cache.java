package dev.countersign.discover.cache;

import dev.countersign.discover.Remembered;
import dev.countersign.discover.Seen;
import dev.countersign.discover.tree.Source;
import dev.countersign.discover.tree.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What this machine saw in a tree the last time, in one file for each tree. A file of the tree
 * counts as unchanged if its size, time of change (to the nanosecond) and inode are the same, and
 * the detectors and their knowledge are the same to the byte. Whoever sets times back can keep a
 * change from being seen: so this saves time and is evidence of nothing.
 *
 * <p>The cache is only used if nobody else could have written it, and whatever is in it can only
 * make findings about files that are there.
 */
public final class Cache implements Remembered {
  /** Files that changed so shortly before they were read are read again: clocks are coarse. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Path file;
  private final String root;
  private final Map<String, Entry> before;
  private final Instant started = Instant.now();

  private Cache(Path file, String root, Map<String, Entry> before) {
    this.file = file;
    this.root = root;
    this.before = before;
  }

  /** What was seen in a file of that stamp. */
  record Entry(Stamp stamp, Seen seen) {}

  /**
   * The cache of a tree; empty if there is none yet, or none that can be believed.
   *
   * @param folder of caches; made if it is not there, for its owner only
   * @param root the folder of the tree
   */
  public static Cache open(Path folder, Path root) {
    String at = root.toAbsolutePath().normalize().toString();
    Path file = folder.resolve(Digests.of(at.getBytes(StandardCharsets.UTF_8)) + CacheFile.ENDING);
    return new Cache(file, at, CacheFile.read(file, at));
  }

  @Override
  public Optional<Seen> of(Source source) {
    return Optional.ofNullable(before.get(source.path()))
        .filter(entry -> entry.stamp().equals(source.stamp()))
        .map(Entry::seen);
  }

  @Override
  public void keep(Map<Source, Seen> seen) {
    Map<String, Entry> settled = settled(seen);
    if (settled.equals(before)) {
      return;
    }
    try {
      CacheFile.write(file, root, settled);
    } catch (IOException | UnsupportedOperationException unwritable) {
      // The next run reads the files again.
      return;
    }
  }

  private Map<String, Entry> settled(Map<Source, Seen> seen) {
    long latest = TimeUnit.SECONDS.toNanos(started.minus(SETTLED).getEpochSecond());
    Map<String, Entry> settled = HashMap.newHashMap(seen.size());
    seen.forEach((source, what) -> {
      if (source.stamp().modified() < latest) {
        settled.put(source.path(), new Entry(source.stamp(), what));
      }
    });
    return settled;
  }
}
