package dev.countersign.cli.revision;

import dev.countersign.cli.revision.TreeFiles.Entry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Copies files of one revision into a mirror, each once, up to a number and a size of all. */
final class BoundedCopy {
  /** Files that one revision may bring. */
  private static final int MAX_FILES = 10_000;

  /** Bytes of one file: what evidence may have at most. */
  private static final long MAX_BYTES = 64L << 20;

  /** Bytes of all files of one revision. */
  private static final long MAX_TOTAL = 512L << 20;

  private static final int MAX_DEPTH = 12;

  private final TreeFiles files;
  private final Mirror mirror;
  private final Set<String> copied = new HashSet<>();
  private final Set<String> limits = new LinkedHashSet<>();
  private long total;

  BoundedCopy(TreeFiles files, Mirror mirror) {
    this.files = files;
    this.mirror = mirror;
  }

  /** Where copying stopped early, a sentence each. */
  Set<String> limits() {
    return Set.copyOf(limits);
  }

  /** A file, or a folder with all that is in it; nothing where it is no path. */
  void anything(String path) {
    if (!mayBePath(path) || mirror.at(path).isEmpty()) {
      return; // an argument that is no path: a digest, a name, a sentence
    }
    files
        .find(path)
        .ifPresent(entry -> {
          if (entry.file()) {
            copy(path, entry);
          } else if (!entry.path().isEmpty()) {
            folder(path, entry, MAX_DEPTH);
          }
        });
  }

  /** Whether a text can be a path that somebody wrote. */
  static boolean mayBePath(String text) {
    return text.length() <= 1024 && text.indexOf('\n') < 0;
  }

  private void folder(String path, Entry folder, int depth) {
    for (Entry entry : files.list(folder, MAX_FILES)) {
      if (entry.file()) {
        copy(path + "/" + entry.name(), entry);
      } else if (entry.folder() && depth > 0) {
        folder(path + "/" + entry.name(), entry, depth - 1);
      }
    }
  }

  /** A file; empty where there is none, or it is beyond a bound. */
  Optional<Path> file(String path) {
    return files.find(path).filter(Entry::file).flatMap(entry -> copy(path, entry));
  }

  private Optional<Path> copy(String path, Entry entry) {
    Optional<Path> target = mirror.at(path);
    if (target.isEmpty() || copied.contains(path)) {
      return target;
    }
    Optional<byte[]> content = files.bytes(entry, Math.min(MAX_BYTES, MAX_TOTAL - total));
    if (content.isEmpty() || copied.size() >= MAX_FILES) {
      limits.add("Files beyond 64 MiB, 512 MiB together or 10,000 files were not read.");
      return Optional.empty();
    }
    copied.add(path);
    total += content.get().length;
    mirror.write(target.get(), content.get());
    return target;
  }
}
