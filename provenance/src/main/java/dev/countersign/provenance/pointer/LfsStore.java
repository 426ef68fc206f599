package dev.countersign.provenance.pointer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Git LFS keeps objects of a repository on this machine.
 *
 * @param objects the folder {@code lfs/objects} of the git directory that all work trees share
 */
record LfsStore(Path objects) {
  private static final int LARGEST_LINK = 4096;
  private static final String LINK = "gitdir: ";

  /** The store of the repository with this top folder. */
  static Optional<LfsStore> of(Path repository) {
    return gitDirectory(repository.resolve(".git"))
        .map(LfsStore::shared)
        .map(git -> new LfsStore(git.resolve("lfs/objects")));
  }

  /** The object of that SHA-256; its bytes are not looked at. */
  Optional<Path> object(String sha256) {
    Path object =
        objects.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    return Optional.of(object).filter(Files::isRegularFile);
  }

  /** A folder or, in further work trees and submodules, a file that names one. */
  private static Optional<Path> gitDirectory(Path git) {
    if (Files.isDirectory(git)) {
      return Optional.of(git);
    }
    return line(git)
        .filter(line -> line.startsWith(LINK))
        .flatMap(line -> resolved(git.resolveSibling(""), line.substring(LINK.length())));
  }

  private static Path shared(Path git) {
    return line(git.resolve("commondir")).flatMap(line -> resolved(git, line)).orElse(git);
  }

  private static Optional<Path> resolved(Path folder, String named) {
    try {
      return Optional.of(folder.resolve(named).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST_LINK
          ? Files.readString(file).lines().findFirst()
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
