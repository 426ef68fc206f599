package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** An import that was not made, since something is wrong with the files; nothing was written. */
public final class ImportRefused extends Exception {
  private final transient List<Problem> problems;

  /**
   * Refuses.
   *
   * @param problems what is wrong, sorted by place
   */
  public ImportRefused(List<Problem> problems) {
    super(problems.stream().map(ImportRefused::line).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, sorted by place. */
  public List<Problem> problems() {
    return problems;
  }

  private static String line(Problem problem) {
    String expected = problem.expected().map(text -> "; expected: " + text).orElse("");
    return problem.place() + ": " + problem.message() + expected + ". " + problem.next();
  }
}
