package dev.countersign.report.markdown;

import dev.countersign.assess.Checked;
import dev.countersign.report.Tool;
import dev.countersign.report.words.Words;
import java.util.List;

/**
 * The verdict on one or several systems as Markdown in the flavour of GitHub and GitLab, short
 * enough to be posted as one comment.
 */
public final class MarkdownReport {
  /** GitHub takes 65,536 characters; the rest is for whoever posts it to add links and a mark. */
  static final int MOST = 60_000;

  /** A system with less room than this is only counted in the overview. */
  private static final int LEAST = 1_500;

  private final List<Checked> systems;
  private final String footer;
  private final Budget budget;

  private MarkdownReport(List<Checked> systems, Tool tool, int most) {
    this.systems = systems;
    this.footer = footer(tool);
    this.budget = new Budget(most - footer.length());
  }

  /** The text, which never has more than {@value #MOST} characters. */
  public static String of(List<Checked> systems, Tool tool) {
    return of(systems, tool, MOST);
  }

  static String of(List<Checked> systems, Tool tool, int most) {
    return new MarkdownReport(systems, tool, most).text();
  }

  private String text() {
    if (systems.size() == 1) {
      budget.add(new SystemPart(systems.getFirst()).text("##", budget.left()));
    } else {
      overview();
      parts();
    }
    return budget + footer;
  }

  private void overview() {
    long failing = systems.stream().filter(Checked::fails).count();
    budget.add(
        "## Countersign: "
            + (failing == 0 ? "all pass" : failing + " of " + systems.size() + " fail")
            + "\n\n");
    new Rows(
            "| verdict | system | threats |\n|---|---|---|\n",
            systems.stream().map(MarkdownReport::row).toList(),
            "\n",
            "system")
        .write(budget);
  }

  private static String row(Checked system) {
    return "| "
        + SystemPart.stamp(system)
        + " | "
        + Comment.code(system.id())
        + " | "
        + SystemPart.counts(system)
        + " |\n";
  }

  /** Each system has its share of the room; what one leaves goes to those after it. */
  private void parts() {
    int left = systems.size();
    int out = 0;
    for (Checked system : systems) {
      int share = budget.left() / left--;
      boolean shown =
          share >= LEAST && budget.add(new SystemPart(system).text("###", share) + "\n");
      out += shown ? 0 : 1;
    }
    if (out > 0) {
      budget.add(
          "_" + Words.count(out, "system") + " told in the overview only: there is no room._\n\n");
    }
  }

  private static String footer(Tool tool) {
    return "<sub>countersign "
        + Comment.text(tool.version(), 80)
        + " · the same system, rules and day give the same text</sub>\n";
  }
}
