package dev.countersign.model;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the files that patterns name without leaving the repository: a file, a folder with all that
 * is in it, or a glob. Links below a folder are not followed.
 */
public final class FilePatterns {
  /** How many files one element may have. */
  private static final int MAX_FILES = 1_000_000;

  private static final int MAX_DEPTH = 32;
  private static final String MARKS = "*?[{";

  private final Path folder;
  private final Path repository;
  private final SortedSet<Path> found = new TreeSet<>();

  private FilePatterns(Path folder, Path repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /**
   * The files, sorted, each once.
   *
   * @param folder the folder that the patterns are relative to
   * @throws IOException if something cannot be read, or there are too many
   */
  public static List<Path> find(List<String> patterns, Path folder, Path repository)
      throws IOException {
    FilePatterns search = new FilePatterns(folder, repository.toRealPath());
    for (String pattern : patterns) {
      search.add(pattern);
    }
    return List.copyOf(search.found);
  }

  private void add(String pattern) throws IOException {
    try {
      int mark = firstMark(pattern);
      int slash = mark < 0 ? pattern.length() : pattern.lastIndexOf('/', mark);
      String start = pattern.substring(0, Math.max(slash, 0));
      String glob = mark < 0 ? "**" : pattern.substring(slash + 1);
      walk(folder.resolve(start).normalize(), glob);
    } catch (InvalidPathException | PatternSyntaxException unusable) {
      throw new IOException("no path", unusable);
    }
  }

  private static int firstMark(String pattern) {
    for (int at = 0; at < pattern.length(); at++) {
      if (MARKS.indexOf(pattern.charAt(at)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** Links on the way to a file or folder are followed once, and only to see where they lead. */
  private void walk(Path named, String glob) throws IOException {
    if (!Files.exists(named) || !named.toRealPath().startsWith(repository)) {
      return;
    }
    Path start = named.toRealPath();
    if (Files.isRegularFile(start)) {
      found.add(start);
      return;
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    Files.walkFileTree(
        start,
        EnumSet.noneOf(FileVisitOption.class),
        MAX_DEPTH,
        new Collecting(file -> matcher.matches(start.relativize(file))));
  }

  private final class Collecting extends SimpleFileVisitor<Path> {
    private final PathMatcher wanted;

    Collecting(PathMatcher wanted) {
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && wanted.matches(file)) {
        found.add(file);
      }
      if (found.size() > MAX_FILES) {
        throw new IOException("more than " + MAX_FILES + " files");
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
