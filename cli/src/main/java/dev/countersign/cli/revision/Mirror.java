package dev.countersign.cli.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private folder with some files of a revision at the same paths, so that whatever reads files
 * can read them. It is deleted when it is closed, and also when the process is ended before.
 */
final class Mirror implements AutoCloseable {
  private final Path root;
  private final Thread atExit;

  private Mirror(Path root) {
    this.root = root;
    this.atExit = new Thread(() -> delete(root));
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** An empty one that only its owner can enter. */
  static Mirror create() {
    try {
      // The system makes temporary folders with mode 700 where there are modes.
      Path root = Files.createTempDirectory("countersign-").toRealPath();
      // Marks the root of the repository for those who look for files in it.
      Files.createDirectory(root.resolve(".git"));
      return new Mirror(root);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  Path root() {
    return root;
  }

  /** Where a path of the revision is or would be; empty where no file can have that name here. */
  Optional<Path> at(String path) {
    try {
      Path target = root.resolve(path).normalize();
      return target.startsWith(root) ? Optional.of(target) : Optional.empty();
    } catch (InvalidPathException unusable) {
      return Optional.empty();
    }
  }

  /** Writes a file, once. */
  void write(Path target, byte[] content) {
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      if (!Files.exists(target)) {
        Files.write(target, content);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void close() {
    delete(root);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // The process is ending, and then the hook runs anyway.
    }
  }

  private static void delete(Path root) {
    try {
      Files.walkFileTree(root, new Deleting());
    } catch (IOException left) {
      // What cannot be deleted stays in the system's folder for temporary files, for its owner
      // only.
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
