package dev.countersign.cli.discover;

import dev.countersign.cli.console.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The folders of which somebody asked for an inventory. */
public final class Repositories {
  private static final String STANDARD_INPUT = "-";
  private static final int MOST = 100_000;
  private static final int MAX_DEPTH = 8;

  private Repositories() {}

  /**
   * The folders, in the order in which they are named, each once.
   *
   * @param paths folders; {@code -} stands for standard input with one a line
   * @param each whether every git clone at or below them is meant, not they themselves
   * @throws Refused if one is no folder, or there is none
   */
  public static List<Path> find(List<String> paths, boolean each, InputStream in) {
    Set<Path> named = new LinkedHashSet<>();
    for (String path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        named.addAll(lines(in));
      } else {
        named.add(path(path));
      }
    }
    refuseMissing(named);
    return each ? clones(named) : List.copyOf(named);
  }

  private static List<Path> lines(InputStream in) {
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<Path> paths =
          reader
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .limit(MOST)
              .map(Repositories::path)
              .toList();
      if (paths.isEmpty()) {
        throw new Refused("standard input names no folder. Write one a line.");
      }
      return paths;
    } catch (UncheckedIOException unreadable) {
      throw new Refused("standard input cannot be read to its end.");
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException wrong) {
      throw new Refused("'" + text + "' is no path. Name a folder.");
    }
  }

  /** All that is wrong at once: nobody wants to start a list of a thousand again and again. */
  private static void refuseMissing(Set<Path> paths) {
    List<String> wrong =
        paths.stream()
            .filter(path -> !Files.isDirectory(path))
            .map(path -> path + (Files.exists(path) ? " is a file" : " does not exist"))
            .toList();
    if (!wrong.isEmpty()) {
      throw new Refused(String.join("\n", wrong) + "\nName folders of repositories.");
    }
  }

  private static List<Path> clones(Set<Path> folders) {
    Set<Path> clones = new LinkedHashSet<>();
    for (Path folder : folders) {
      Path start = Files.isSymbolicLink(folder) ? folder.resolve(".") : folder;
      List<Path> found = new ArrayList<>();
      try {
        Files.walkFileTree(
            start, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Clones(found));
      } catch (IOException unreadable) {
        throw new Refused(folder + " cannot be read to its end. Make it readable.");
      }
      found.stream().sorted().forEach(clones::add);
    }
    if (clones.isEmpty()) {
      throw new Refused(
          "there is no git clone at or below "
              + String.join(", ", folders.stream().map(Path::toString).toList())
              + ". Leave out --each to look through the folder itself.");
    }
    return List.copyOf(clones);
  }

  /** Collects folders with {@code .git}; a clone within a clone is part of the outer one. */
  private static final class Clones extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Clones(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (Files.exists(folder.resolve(".git"))) {
        found.add(folder);
        return found.size() < MOST ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.TERMINATE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
