package dev.countersign.cli.check;

import dev.countersign.cli.console.Refused;
import dev.countersign.model.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The main files of the systems that somebody asked for.
 *
 * @param files sorted by path, each once
 * @param limits where the search stopped early, a sentence each
 */
public record SystemFiles(List<Path> files, List<String> limits) {
  public SystemFiles {
    files = List.copyOf(files);
    limits = List.copyOf(limits);
  }

  /**
   * The files at these paths.
   *
   * @throws Refused if a path does not exist or nothing is found
   */
  public static SystemFiles find(List<Path> paths) {
    // The same file may be reached as a and as b/../a.
    Map<Path, Path> files = new TreeMap<>();
    Set<String> limits = new LinkedHashSet<>();
    for (Path path : paths) {
      refuseMissing(path);
      ModelFiles.Found found = ModelFiles.find(path);
      found.files().forEach(file -> files.putIfAbsent(whole(file), file));
      found.limit().ifPresent(limit -> limits.add(path + ": " + limit));
    }
    if (files.isEmpty()) {
      throw new Refused(nothing(paths, limits));
    }
    return new SystemFiles(List.copyOf(files.values()), List.copyOf(limits));
  }

  /** Whether there is any in a folder or below. */
  public static boolean anyIn(Path folder) {
    return !ModelFiles.find(folder).files().isEmpty();
  }

  private static void refuseMissing(Path path) {
    if (!Files.exists(path)) {
      throw new Refused(path + " does not exist. Name a folder or a countersign.yaml.");
    }
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static String nothing(List<Path> paths, Set<String> limits) {
    return """
    no threat model found.
      Looked for countersign.yaml and NAME.countersign.yaml in %s and the folders below,
      but not in hidden folders, build folders or links.%s

    Next:
      If it has another name, name it:
        countersign check path/to/model.yaml
      If there is none yet, have one drafted from the files of the repository:
        countersign init
    """
        .formatted(
            String.join(", ", paths.stream().map(Path::toString).toList()),
            limits.isEmpty() ? "" : "\n  " + String.join("\n  ", limits))
        .stripTrailing();
  }
}
