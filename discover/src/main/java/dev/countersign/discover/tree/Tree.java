package dev.countersign.discover.tree;

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
import java.util.TreeSet;

/**
 * The files of a folder and below, by path. At most {@value #MAX_DEPTH} levels and {@value
 * #MAX_ENTRIES} files and folders; symbolic links are not followed; installed, built and hidden
 * folders are left out, except hidden ones that configure agents.
 *
 * @param name the name of the folder; empty where it has none
 * @param sources its files
 * @param limits what was left out because a bound was reached, one sentence each
 */
public record Tree(String name, List<Source> sources, List<String> limits) {
  static final int MAX_DEPTH = 32;
  static final int MAX_ENTRIES = 500_000;

  public Tree {
    sources = List.copyOf(sources);
    limits = List.copyOf(limits);
  }

  /** The tree of an existing folder. */
  public static Tree of(Path folder) {
    return of(folder, MAX_DEPTH, MAX_ENTRIES);
  }

  static Tree of(Path folder, int depth, int entries) {
    Walk walk = new Walk(folder, depth, entries);
    try {
      // A walk would stop at a link that the user named as the folder to look into.
      Path start = Files.isSymbolicLink(folder) ? folder.resolve(".") : folder;
      Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), depth, walk);
    } catch (IOException unreadable) {
      walk.limits.add("Some folders could not be read.");
    }
    walk.sources.sort(Comparator.comparing(Source::path));
    return new Tree(nameOf(folder), walk.sources, List.copyOf(walk.limits));
  }

  private static String nameOf(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final int depth;
    private final int most;
    private final Ignored ignored;
    private final List<Source> sources = new ArrayList<>();
    private final TreeSet<String> limits = new TreeSet<>();
    private int entries;

    Walk(Path root, int depth, int most) {
      this.root = root;
      this.depth = depth;
      this.most = most;
      this.ignored = new Ignored(new Source(root.resolve(".gitignore"), ".gitignore", 0).lines());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String path = path(folder);
      boolean left =
          !path.isEmpty() && (Standing.skipped(name(folder)) || ignored.folder(path, name(folder)));
      // Ignored data and models are still worth a look: git leaves them out for their size.
      return left && !DataLike.folder(path) ? FileVisitResult.SKIP_SUBTREE : counted();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = path(file);
      if (attributes.isDirectory()) {
        tooDeep(file);
      } else if (attributes.isRegularFile()) {
        Source source = new Source(file, path, Stamp.of(attributes));
        if (source.isArtefact() || !ignored.file(path, source.name())) {
          sources.add(source);
        }
      }
      return counted();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      limits.add("Some folders could not be read.");
      return counted();
    }

    private void tooDeep(Path folder) {
      if (!Standing.skipped(name(folder))) {
        limits.add("Folders more than %d levels deep were not looked into.".formatted(depth));
      }
    }

    private FileVisitResult counted() {
      if (++entries <= most) {
        return FileVisitResult.CONTINUE;
      }
      limits.add("The walk stopped after %d files and folders.".formatted(most));
      return FileVisitResult.TERMINATE;
    }

    private String path(Path file) {
      String relative = root.normalize().relativize(file.normalize()).toString();
      return relative.replace(file.getFileSystem().getSeparator(), "/");
    }

    private static String name(Path file) {
      return String.valueOf(file.getFileName());
    }
  }
}
