package dev.countersign.model.read;

import dev.countersign.model.Repository;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the main file and, depth first, the files that it includes. A file that is included twice
 * is read once; nothing outside the repository is read, also not through a symbolic link.
 */
final class Includes {
  /** How many includes one system may have. */
  static final int MAX_FILES = 256;

  /** How many bytes the files of one system may have together: 8 MiB. */
  static final long MAX_TOTAL = 2L * YamlFile.MAX_BYTES;

  private static final int MAX_SHOWN = 5;

  private final Draft draft;
  private final Problems problems;
  private final Map<Path, String> unsaved;
  private final List<Path> open = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private Path root = Path.of("");
  private long total;
  private int tried;

  /**
   * Prepares to read.
   *
   * @param unsaved text that stands for what a file holds, by its real path
   */
  Includes(Draft draft, Map<Path, String> unsaved) {
    this.draft = draft;
    this.problems = draft.problems;
    this.unsaved = Map.copyOf(unsaved);
  }

  void readAll(Path main) {
    Path real = real(main).orElse(main.toAbsolutePath().normalize());
    root = repository(main);
    total = size(real);
    read(main, real, true);
  }

  private void read(Path file, Path real, boolean main) {
    seen.add(real);
    open.add(real);
    for (Scalar include : bind(file, real, main)) {
      if (++tried > MAX_FILES) {
        refuse(include, "more than " + MAX_FILES + " includes", "Join some of the files.");
        draft.references.incomplete();
        break;
      }
      include(include, file);
    }
    open.removeLast();
  }

  /** Reads one file into the draft and lets go of its tree. */
  private List<Scalar> bind(Path file, Path real, boolean main) {
    draft.source(YamlFile.shownName(file));
    int before = problems.count();
    Optional<YamlNode> tree = tree(file, real);
    if (tree.isPresent() && !(tree.get() instanceof Mapping)) {
      problems.expected(tree.get(), "a map of sections", "Start with 'countersign: 1'.");
    }
    if (problems.count() > before) {
      // What could not be read may declare what others refer to.
      draft.references.incomplete();
    }
    return tree.orElse(null) instanceof Mapping map
        ? new Sections(draft, main).bind(map)
        : List.of();
  }

  private Optional<YamlNode> tree(Path file, Path real) {
    String text = unsaved.get(real);
    return text == null
        ? YamlFile.read(file, problems)
        : YamlFile.parse(YamlFile.shownName(file), text, problems);
  }

  private void include(Scalar include, Path from) {
    Optional<Path> target = target(include, from);
    if (target.isEmpty()) {
      draft.references.incomplete();
      return;
    }
    Path real = real(target.get()).orElse(target.get());
    if (open.contains(real)) {
      cycle(include, real);
    } else if (!seen.contains(real) && fits(include, real)) {
      read(target.get(), real, false);
    }
  }

  /** The file that an include names, if it is one that may be read. */
  private Optional<Path> target(Scalar include, Path from) {
    Optional<Path> named = path(include.text());
    if (named.isEmpty() || named.get().isAbsolute()) {
      return refuse(include, "this is no relative path", "Write it relative to this file.");
    }
    Path target = from.resolveSibling(named.get()).normalize();
    Optional<Path> real = real(target);
    if (!real.orElseGet(() -> below(from, named.get())).startsWith(root)) {
      return refuse(
          include, "this leads out of the repository", "Copy the file into the repository.");
    }
    if (real.isEmpty()) {
      return refuse(
          include, "there is no such file", "Check the path; it is relative to this file.");
    }
    if (!Files.isRegularFile(real.get())) {
      return refuse(include, "this is not a file", "Name a file; folders are not included.");
    }
    return Optional.of(target);
  }

  /** Where a file that is not there would be, with the links on the way to its folder followed. */
  private static Path below(Path from, Path named) {
    Path folder = from.toAbsolutePath().normalize().getParent();
    return folder == null ? named : real(folder).orElse(folder).resolve(named).normalize();
  }

  private boolean fits(Scalar include, Path real) {
    total += size(real);
    if (total > MAX_TOTAL) {
      refuse(include, "the files together are larger than 8 MiB", "Describe fewer parts.");
      draft.references.incomplete();
    }
    return total <= MAX_TOTAL;
  }

  private void cycle(Scalar include, Path real) {
    List<Path> round = open.subList(open.indexOf(real), open.size());
    List<String> names = new ArrayList<>();
    for (Path file : round.subList(0, Math.min(round.size(), MAX_SHOWN))) {
      names.add(YamlFile.shownName(file));
    }
    if (round.size() > MAX_SHOWN) {
      names.add("…");
    }
    problems.add(
        "include-cycle",
        include.span(),
        "the file includes itself: " + String.join(" → ", names) + " → " + names.getFirst(),
        "includes without a circle",
        "Remove one of these includes.");
  }

  private Optional<Path> refuse(Scalar include, String what, String next) {
    problems.add(
        "bad-include",
        include.span(),
        Problems.quote(include.text()) + ": " + what,
        "a file inside the repository, relative to this file",
        next);
    return Optional.empty();
  }

  private static Path repository(Path main) {
    Path folder = main.toAbsolutePath().normalize().getParent();
    Path start = folder == null ? main.toAbsolutePath() : folder;
    Path root = Repository.rootOf(real(start).orElse(start));
    return real(root).orElse(root);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException unusable) {
      return Optional.empty();
    }
  }

  private static Optional<Path> real(Path file) {
    try {
      return Optional.of(file.toRealPath());
    } catch (IOException | SecurityException absent) {
      return Optional.empty();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unknown) {
      return 0;
    }
  }
}
