package dev.countersign.inspect.scan;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files below a folder, in the order of their names. A symbolic link to a file is read, as
 * loaders do and as the caches of model hubs are built; one to a folder is not followed, since it
 * may lead round in a circle.
 */
final class ArtefactFiles implements FileVisitor<Path> {
  /** What version control keeps for itself: copies of what is inspected anyway, under no name. */
  private static final Set<String> PASSED_OVER = Set.of(".git", ".hg", ".svn");

  private final Path root;
  private final List<ArtefactFile> files = new ArrayList<>();
  private final Consumer<String> limits;

  private ArtefactFiles(Path root, Consumer<String> limits) {
    this.root = root;
    this.limits = limits;
  }

  /**
   * The files, relative to the folder.
   *
   * @param limits is told what is not looked at, one sentence each
   * @throws IOException if the folder itself cannot be read
   */
  static List<ArtefactFile> below(Path folder, Consumer<String> limits) throws IOException {
    ArtefactFiles visitor = new ArtefactFiles(folder, limits);
    Files.walkFileTree(folder, visitor);
    visitor.files.sort(null);
    return List.copyOf(visitor.files);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return !folder.equals(root) && PASSED_OVER.contains(String.valueOf(folder.getFileName()))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file)) {
      files.add(new ArtefactFile(root.relativize(file), size(file, attributes)));
    } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
      limits.accept(root.relativize(file) + " is a link to a folder and was not followed.");
    } else if (attributes.isSymbolicLink() && !Files.exists(file)) {
      limits.accept(root.relativize(file) + " is a link to nothing.");
    }
    return FileVisitResult.CONTINUE;
  }

  /** That of what a link points to; a file that is gone by now counts for nothing. */
  private static long size(Path file, BasicFileAttributes attributes) {
    return attributes.isRegularFile() ? attributes.size() : file.toFile().length();
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
    if (file.equals(root)) {
      throw failed;
    }
    limits.accept(root.relativize(file) + " cannot be read.");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(
      Path folder, @org.jspecify.annotations.Nullable IOException failed) {
    if (failed != null) {
      limits.accept(root.relativize(folder) + " cannot be read to its end.");
    }
    return FileVisitResult.CONTINUE;
  }
}
