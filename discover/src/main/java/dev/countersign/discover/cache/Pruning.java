package dev.countersign.discover.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the folder of caches bounded: trees that were not looked into for longest go first. */
final class Pruning {
  private static final int MOST_FILES = 1_000;
  private static final long MOST_BYTES = 1L << 30;

  private Pruning() {}

  private record Kept(Path file, long size, FileTime time) {}

  static void prune(Path folder) throws IOException {
    long bytes = 0;
    int files = 0;
    for (Kept kept : newestFirst(folder)) {
      bytes += kept.size();
      files++;
      if (files > MOST_FILES || bytes > MOST_BYTES) {
        Files.deleteIfExists(kept.file());
      }
    }
  }

  private static List<Kept> newestFirst(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(CacheFile.ENDING))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(Pruning::kept)
          .sorted(Comparator.comparing(Kept::time).reversed())
          .toList();
    }
  }

  /** One that goes away meanwhile counts as old and empty. */
  private static Kept kept(Path file) {
    try {
      return new Kept(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException gone) {
      return new Kept(file, 0, FileTime.fromMillis(0));
    }
  }
}
