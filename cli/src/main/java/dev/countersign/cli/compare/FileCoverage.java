package dev.countersign.cli.compare;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** The files that the elements of a system name, seen from the root of a tree. */
final class FileCoverage {
  static final String FILES = "files";

  private final List<PathMatcher> matchers = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();

  private FileCoverage() {}

  static FileCoverage of(SystemModel system, Path root) {
    FileCoverage coverage = new FileCoverage();
    Path whole = root.toAbsolutePath().normalize();
    Path folder = folderOf(system);
    for (Element element : system.elements().values()) {
      patterns(element).forEach(pattern -> coverage.add(whole, folder, pattern));
    }
    return coverage;
  }

  /** The folder that the patterns of a system are relative to. */
  static Path folderOf(SystemModel system) {
    return Path.of(system.file()).toAbsolutePath().normalize().resolveSibling("");
  }

  /** The paths and globs of an element. */
  static List<String> patterns(Element element) {
    return element.value(FILES).orElse(null) instanceof FactValue.Paths(var patterns)
        ? patterns
        : List.of();
  }

  /** Whether an element names this file, the folder that it is in, or a pattern that fits it. */
  boolean covers(String path) {
    try {
      Path file = Path.of(path);
      return folders.stream().anyMatch(file::startsWith)
          || matchers.stream().anyMatch(matcher -> matcher.matches(file));
    } catch (InvalidPathException strange) {
      return false;
    }
  }

  private void add(Path root, Path folder, String pattern) {
    try {
      Path way = root.relativize(folder);
      Path named = Path.of(way.toString(), pattern).normalize();
      folders.add(named);
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + named));
    } catch (IllegalArgumentException unusable) {
      // Checked elsewhere: here such a pattern names nothing.
      return;
    }
  }
}
