package dev.countersign.cli.diff;

import dev.countersign.cli.console.Refused;
import dev.countersign.cli.revision.Revision;
import dev.countersign.cli.revision.Revisions;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The two things to compare, as {@code git diff} would understand the words of the user: two paths,
 * two revisions, a range, one revision against the files that are worked on; after the revisions,
 * the paths to look at.
 *
 * @param before the earlier
 * @param after the later
 */
record Operands(Operand before, Operand after) {
  private static final Path HERE = Path.of(".");
  private static final String HEAD = "HEAD";
  private static final String INSTEAD = "Name two files or two folders to compare instead.";

  /** What is compared, and the repository that revisions are in, which has to be closed. */
  record Opened(Operands operands, Optional<Revisions> repository) implements AutoCloseable {
    @Override
    public void close() {
      repository.ifPresent(Revisions::close);
    }
  }

  /**
   * Reads the words.
   *
   * @param words those before {@code --}
   * @param limits those after it
   * @param separated whether there was a {@code --}: then no word before it is a path
   */
  static Opened of(List<String> words, List<String> limits, boolean separated) {
    if (!separated && words.size() == 2 && words.stream().allMatch(Operands::exists)) {
      List<Path> paths = words.stream().map(Path::of).toList();
      return new Opened(
          new Operands(new Operand.Files(paths.getFirst()), new Operand.Files(paths.getLast())),
          Optional.empty());
    }
    Revisions repository = Revisions.around(around(words, limits, separated), INSTEAD);
    try {
      Reading reading = new Reading(repository, words, limits, separated);
      return new Opened(reading.operands(), Optional.of(repository));
    } catch (RuntimeException refused) {
      repository.close();
      throw refused;
    }
  }

  /** Paths say which repository is meant, otherwise the current folder. */
  private static Path around(List<String> words, List<String> limits, boolean separated) {
    List<String> paths =
        separated ? limits : words.stream().filter(Operands::exists).limit(1).toList();
    return paths.isEmpty() ? HERE : path(paths.getFirst());
  }

  private static boolean exists(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException noPath) {
      throw new Refused("'" + word + "' is not a path.");
    }
  }

  /** Words of which some are revisions. */
  private static final class Reading {
    private final Revisions repository;
    private final List<String> revisions;
    private final List<Path> paths;

    Reading(Revisions repository, List<String> words, List<String> limits, boolean separated) {
      this.repository = repository;
      int names = separated ? words.size() : names(words);
      revisions = words.subList(0, names);
      List<String> rest = separated ? limits : words.subList(names, words.size());
      rest.stream()
          .filter(word -> !separated && !exists(word))
          .findFirst()
          .ifPresent(word -> {
            throw neither(word);
          });
      paths = rest.stream().map(Operands::path).toList();
      if (revisions.size() > 2) {
        throw new Refused("more than two revisions: " + String.join(", ", revisions) + ".");
      }
    }

    /** How many words, from the first, are revisions; the rest are paths. */
    private static int names(List<String> words) {
      int names = 0;
      while (names < words.size() && names < 2 && !exists(words.get(names))) {
        names++;
      }
      return names;
    }

    private Refused neither(String word) {
      return new Refused(
          repository.knows(word)
              ? "'" + word + "' is a revision too many. Write A B -- PATH."
              : "'" + word + "' is no path here. To name one that is gone, write it after --.");
    }

    Operands operands() {
      if (revisions.isEmpty()) {
        return new Operands(at(HEAD), workTree());
      }
      String first = revisions.getFirst();
      Optional<Operands> range = revisions.size() == 1 ? range(first) : Optional.empty();
      return range.orElseGet(() ->
          new Operands(at(first), revisions.size() == 2 ? at(revisions.getLast()) : workTree()));
    }

    private Optional<Operands> range(String word) {
      int three = word.indexOf("...");
      if (three >= 0) {
        Revision left = revision(word.substring(0, three));
        Revision right = revision(word.substring(three + 3));
        return Optional.of(new Operands(at(repository.mergeBase(left, right)), at(right)));
      }
      int two = word.indexOf("..");
      return two < 0
          ? Optional.empty()
          : Optional.of(
              new Operands(
                  at(revision(word.substring(0, two))), at(revision(word.substring(two + 2)))));
    }

    private Revision revision(String name) {
      return repository.revision(name.isEmpty() ? HEAD : name);
    }

    private Operand at(String name) {
      return at(revision(name));
    }

    private Operand at(Revision revision) {
      return new Operand.At(revision, paths.isEmpty() ? List.of(HERE) : paths);
    }

    private Operand workTree() {
      if (repository.workTree().isEmpty()) {
        throw new Refused("this repository has no working tree. Name two revisions.");
      }
      return new Operand.WorkTree(paths.isEmpty() ? List.of(HERE) : paths);
    }
  }
}
