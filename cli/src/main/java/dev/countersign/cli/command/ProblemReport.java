package dev.countersign.cli.command;

import dev.countersign.model.Problem;
import dev.countersign.model.ProblemText;
import java.util.List;

/** What is wrong in files, for standard error. */
final class ProblemReport {
  private ProblemReport() {}

  /** Every problem with its line, then how many there are, and that they keep from a verdict. */
  static String of(List<Problem> problems) {
    return of(problems, "no verdict");
  }

  /** Every problem with its line, then how many there are and what follows from that. */
  static String of(List<Problem> problems, String result) {
    long files = problems.stream().map(problem -> problem.place().file()).distinct().count();
    return ProblemText.render(problems)
        + "\n"
        + counted(problems.size(), "problem")
        + " in "
        + counted(files, "file")
        + "; "
        + result
        + ".\n";
  }

  private static String counted(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
