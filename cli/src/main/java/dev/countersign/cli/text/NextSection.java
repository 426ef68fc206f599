package dev.countersign.cli.text;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.next.Snippet;
import dev.countersign.assess.next.Step;
import dev.countersign.assess.next.Steps;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import java.util.List;

/** What to do next, numbered, with the lines to add. */
final class NextSection {
  private static final int USUAL = 5;
  private static final int ALL = 20;
  private static final int INDENT = 2;
  private static final int TEXT = 5;

  private NextSection() {}

  static void write(Page page, Checked system, Detail detail) {
    int most = detail == Detail.ALL ? ALL : USUAL;
    List<Step> steps = Steps.of(system, most);
    page.blank().line(Line.of(Style.STRONG, "NEXT"));
    if (hides(system)) {
      ask(page, system);
    }
    if (steps.isEmpty()) {
      page.line(INDENT, Line.of("Nothing to do" + until(system) + "."));
    }
    for (int i = 0; i < steps.size(); i++) {
      write(page, i + 1, steps.get(i));
    }
    if (detail == Detail.USUAL && Steps.of(system, most + 1).size() > most) {
      page.line(INDENT, Line.of(Style.FAINT, "and more with --all"));
    }
  }

  /** Whether the verdict would read as an all-clear though an answer could add threats. */
  private static boolean hides(Checked system) {
    Assessment assessment = system.assessment();
    return !assessment.questions().isEmpty()
        && (assessment.verdict() == Verdict.PASS || assessment.threats().isEmpty());
  }

  private static void ask(Page page, Checked system) {
    int questions = system.assessment().questions().size();
    String open = questions == 1 ? "1 question is" : questions + " questions are";
    page.line(
        INDENT,
        Line.of(open + " open, and each answer may add threats. Answer them first:")
            .add(" ")
            .whole(Style.NAME, "countersign check --ask " + system.assessment().system().file()));
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

  private static void write(Page page, int number, Step step) {
    Line label = Line.of(Style.STRONG, number + ".");
    page.labelled(INDENT, label, TEXT, Line.of(Style.STRONG, step.text()));
    step.more().ifPresent(more -> page.line(TEXT, Line.of(more)));
    step.add()
        .ifPresentOrElse(
            add -> snippet(page, step, add),
            () -> page.line(TEXT, Line.of(Style.NAME, Wording.at(step.place()))));
  }

  /** Folds between pairs of a flow map or answers only, so that what is copied stays YAML. */
  private static Line pairs(String entry) {
    Line line = Line.of();
    for (String pair : entry.split("(?<=[,{|]) ")) {
      line.add(" ").whole(Style.PLAIN, pair);
    }
    return line;
  }

  private static void snippet(Page page, Step step, Snippet snippet) {
    page.line(
        TEXT,
        Line.of(Style.NAME, Wording.at(step.place()))
            .add(", under ")
            .add(Style.NAME, snippet.section() + ":"));
    for (String entry : snippet.entries()) {
      page.line(TEXT + 2, TEXT + 6, pairs(entry));
    }
  }
}
