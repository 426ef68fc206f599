package dev.countersign.model;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the threat models of a repository. */
public final class ModelFiles {
  private static final String NAME = "countersign.yaml";
  private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build");

  /** How many levels of folders are searched. */
  static final int MAX_DEPTH = 12;

  /** How many files and folders are looked at. */
  static final int MAX_ENTRIES = 100_000;

  private ModelFiles() {}

  /**
   * What a search found.
   *
   * @param files sorted by path
   * @param limit what was not searched, one sentence; empty where all was
   */
  public record Found(List<Path> files, Optional<String> limit) {
    public Found {
      files = List.copyOf(files);
    }
  }

  /**
   * The threat models at a path. For anything but a folder that is the path itself, so that reading
   * it says what is wrong with it. In a folder it is every {@code countersign.yaml} and {@code
   * *.countersign.yaml}; hidden folders, the folders of build tools and symbolic links below it are
   * left out.
   */
  public static Found find(Path path) {
    return Files.isDirectory(path)
        ? find(behind(path), MAX_DEPTH, MAX_ENTRIES)
        : new Found(List.of(path), Optional.empty());
  }

  /** Whoever names a link to a folder means the folder, and a walk would stop at the link. */
  private static Path behind(Path folder) {
    return Files.isSymbolicLink(folder) ? folder.resolve(".") : folder;
  }

  static Found find(Path folder, int depth, int entries) {
    Search search = new Search(folder, depth, entries);
    try {
      Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), depth, search);
    } catch (IOException unreadable) {
      search.limit = Optional.of("The folder could not be read to its end.");
    }
    search.files.sort(Comparator.comparing(ModelFiles::slashed));
    return new Found(search.files, search.limit);
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final Path root;
    private final int depth;
    private final int most;
    private final List<Path> files = new ArrayList<>();
    private Optional<String> limit = Optional.empty();
    private int entries;

    Search(Path root, int depth, int most) {
      this.root = root;
      this.depth = depth;
      this.most = most;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
      return skipped && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : counted();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      if (attributes.isDirectory()) {
        tooDeep(name);
      } else if (attributes.isRegularFile() && (name.equals(NAME) || name.endsWith("." + NAME))) {
        files.add(file.normalize());
      }
      return counted();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      limit = Optional.of("Some folders could not be read.");
      return counted();
    }

    private void tooDeep(String name) {
      if (!name.startsWith(".") && !SKIPPED.contains(name)) {
        limit = Optional.of("Folders more than %d levels deep were not searched.".formatted(depth));
      }
    }

    private FileVisitResult counted() {
      if (++entries <= most) {
        return FileVisitResult.CONTINUE;
      }
      limit = Optional.of("The search stopped after %d files and folders.".formatted(most));
      return FileVisitResult.TERMINATE;
    }
  }
}
