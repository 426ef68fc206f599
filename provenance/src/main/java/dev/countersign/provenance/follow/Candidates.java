package dev.countersign.provenance.follow;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a file of DVC may be that names a file of a dataset.
 *
 * @param base the folder that names are relative to
 * @param repository above which nothing is looked for
 */
record Candidates(Path base, Path repository) {
  /** Those that are there, each once. */
  Set<Path> of(Collection<String> names) {
    Set<Path> folders = new LinkedHashSet<>();
    Set<Path> found = new LinkedHashSet<>();
    for (String name : names) {
      try {
        Path file = base.resolve(name);
        add(file.resolveSibling(file.getFileName() + ".dvc"), found);
        above(file, folders);
      } catch (InvalidPathException unwritable) {
        // This process has a locale that cannot write the name; then the file is just not there.
        continue;
      }
    }
    for (Path folder : folders) {
      add(folder.resolveSibling(folder.getFileName() + ".dvc"), found);
      add(folder.resolve("dvc.lock"), found);
    }
    return found;
  }

  private void above(Path file, Set<Path> folders) {
    Path folder = file.getParent();
    while (folder != null && folder.startsWith(repository) && folders.add(folder)) {
      folder = folder.getParent();
    }
  }

  private void add(Path candidate, Set<Path> found) {
    if (candidate.startsWith(repository) && Files.isRegularFile(candidate)) {
      found.add(candidate);
    }
  }
}
