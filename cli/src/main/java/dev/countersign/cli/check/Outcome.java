package dev.countersign.cli.check;

import dev.countersign.assess.Checked;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.Problem;
import java.util.List;
import java.util.Map;

/** What checking gave. */
public sealed interface Outcome {
  /**
   * Every file could be read.
   *
   * @param systems in the order of their files
   * @param limits where the search for files stopped early, a sentence each
   * @param rules names the version of the bundled rules
   * @param knowledge by the id of the system: all rules that it was judged by
   */
  record Done(
      List<Checked> systems, List<String> limits, String rules, Map<String, Knowledge> knowledge)
      implements Outcome {
    public Done {
      systems = List.copyOf(systems);
      limits = List.copyOf(limits);
      knowledge = Map.copyOf(knowledge);
    }
  }

  /** Some file is wrong, so there is no verdict: all the problems of all files. */
  record Unreadable(List<Problem> problems) implements Outcome {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
