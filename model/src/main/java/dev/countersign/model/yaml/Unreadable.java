package dev.countersign.model.yaml;

import dev.countersign.model.Problem;

/** Ends the building of a tree from within; never leaves this package. */
final class Unreadable extends RuntimeException {
  private final transient Problem problem;

  Unreadable(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
