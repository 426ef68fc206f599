package dev.countersign.report.markdown;

import dev.countersign.assess.Checked;
import dev.countersign.assess.next.Snippet;
import dev.countersign.assess.next.Step;
import dev.countersign.assess.next.Steps;
import dev.countersign.model.SafeText;
import java.util.List;
import java.util.stream.IntStream;

/** What to do next, numbered, with the lines to add. */
final class NextPart {
  private static final int MOST = 5;
  private static final int TEXT = 400;
  private static final int ENTRIES = 8;
  private static final int ENTRY = 240;

  private NextPart() {}

  static void write(Checked system, Budget budget) {
    List<Step> steps = Steps.of(system, MOST);
    if (steps.isEmpty()) {
      budget.add("Nothing to do" + until(system) + ".\n\n");
      return;
    }
    new Rows(
            "#### Next\n\n",
            IntStream.range(0, steps.size()).mapToObj(i -> step(i + 1, steps.get(i))).toList(),
            "\n",
            "step")
        .write(budget);
  }

  private static String until(Checked system) {
    return system
        .assessment()
        .system()
        .info()
        .nextCheckpoint()
        .map(day -> " before the checkpoint on " + day)
        .orElse("");
  }

  private static String step(int number, Step step) {
    return number
        + ". **"
        + Comment.text(step.text(), TEXT)
        + "**"
        + step.more().map(more -> " " + Comment.text(more, TEXT)).orElse("")
        + " "
        + Comment.link(step.place())
        + "\n"
        + step.add().map(NextPart::snippet).orElse("");
  }

  /** The lines as YAML; a long list ends where nobody would copy more of it at once. */
  private static String snippet(Snippet snippet) {
    StringBuilder yaml = new StringBuilder("\n   ```yaml\n   " + snippet.section() + ":\n");
    snippet.entries().stream()
        .limit(ENTRIES)
        .forEach(entry -> yaml.append("     ").append(harmless(entry)).append('\n'));
    if (snippet.entries().size() > ENTRIES) {
      yaml.append("     # and ").append(snippet.entries().size() - ENTRIES).append(" more\n");
    }
    return yaml.append("   ```\n\n").toString();
  }

  /** Within a fence only a line of backticks means something. */
  private static String harmless(String entry) {
    return SafeText.of(MarkdownText.cut(entry, ENTRY)).replace("`", "'");
  }
}
