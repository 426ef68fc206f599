package dev.countersign.report.markdown;

import dev.countersign.assess.Checked;
import dev.countersign.assess.change.Cause;
import dev.countersign.assess.change.ElementChange;
import dev.countersign.assess.change.FactChange;
import dev.countersign.assess.change.QuestionChange;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.ThreatChange;
import dev.countersign.assess.change.TreeChange;
import dev.countersign.derive.Severity;
import dev.countersign.report.Tool;
import dev.countersign.report.change.ChangeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparison as Markdown in the flavour of GitHub and GitLab, short enough to be posted as one
 * comment; empty where there is no difference, so that nothing is posted.
 */
public final class ChangeMarkdown {
  private static final int TEXT = 400;
  private static final int STEPS = 12;

  private final TreeChange change;
  private final String footer;
  private final Budget budget;

  private ChangeMarkdown(TreeChange change, Tool tool, int most) {
    this.change = change;
    this.footer =
        "<sub>countersign " + Comment.text(tool.version(), 80) + " · `countersign diff`</sub>\n";
    this.budget = new Budget(most - footer.length());
  }

  /** The text, which never has more characters than a comment may have. */
  public static String of(TreeChange change, Tool tool) {
    return of(change, tool, MarkdownReport.MOST);
  }

  static String of(TreeChange change, Tool tool, int most) {
    return change.isEmpty() ? "" : new ChangeMarkdown(change, tool, most).text();
  }

  private String text() {
    budget.add(
        "## Threat model: "
            + Comment.code(change.before())
            + ChangeWords.TO
            + Comment.code(change.after())
            + "\n\n");
    new Rows(
            "",
            change.added().stream().map(system -> whole(system, "new")).toList(),
            "\n",
            "system")
        .write(budget);
    new Rows(
            "",
            change.removed().stream().map(system -> whole(system, "gone")).toList(),
            "\n",
            "system")
        .write(budget);
    change.changed().forEach(this::system);
    return budget + footer;
  }

  private static String whole(Checked system, String what) {
    return "- "
        + Comment.code(system.id())
        + " is "
        + what
        + ": "
        + SystemPart.stamp(system)
        + ", "
        + SystemPart.counts(system)
        + "\n";
  }

  private void system(SystemChange system) {
    budget.add(head(system));
    for (ThreatChange.Sort sort : ThreatChange.Sort.values()) {
      threats(system, sort);
    }
    details("What changed in the model", elements(system), "change");
    details("Controls", controls(system), "control");
    details("Answers to threats that do not derive, and assumptions", rest(system), "change");
    details("Questions", questions(system), "question");
    ChangeWords.grounds(system).forEach(sentence -> budget.add("_" + sentence + "_\n\n"));
  }

  private static String head(SystemChange system) {
    List<String> sentences = new ArrayList<>();
    system.formerly().ifPresent(id -> sentences.add("Formerly " + Comment.code(id) + "."));
    sentences.addAll(ChangeWords.circumstances(system));
    return "### "
        + Comment.text(system.system(), 80)
        + ": "
        + ChangeWords.verdicts(system)
        + ", "
        + ChangeWords.counts(system)
        + "\n\n"
        + (sentences.isEmpty() ? "" : String.join(" ", sentences) + "\n\n");
  }

  private void threats(SystemChange system, ThreatChange.Sort sort) {
    List<ThreatChange> threats = system.threats(sort);
    new Rows(
            "#### "
                + ChangeWords.heading(sort)
                + "\n\n| severity | threat | "
                + (sort == ThreatChange.Sort.RERANKED ? "rank" : "state")
                + " | why |\n|---|---|---|---|\n",
            threats.stream().map(ChangeMarkdown::row).toList(),
            "\n",
            "threat")
        .write(budget);
  }

  private static String row(ThreatChange change) {
    return "| "
        + severity(change.severity())
        + " | "
        + named(change)
        + " | "
        + Comment.text(ChangeWords.standing(change), TEXT)
        + " | "
        + String.join(
            "<br>", ChangeWords.causes(change).stream().map(c -> Comment.text(c, TEXT)).toList())
        + " |\n";
  }

  private static String severity(Severity severity) {
    return severity.compareTo(Severity.HIGH) >= 0 ? "**" + severity.word() + "**" : severity.word();
  }

  private static String named(ThreatChange change) {
    List<String> path = change.shown().threat().path();
    return Comment.text(change.shown().threat().family().title(), TEXT)
        + "<br>"
        + Comment.text(ChangeWords.ids(change), TEXT)
        + "<br>"
        + Comment.codes(path.subList(0, Math.min(STEPS, path.size())), ChangeWords.TO)
        + (path.size() > STEPS ? ChangeWords.TO + "…" : "");
  }

  private void details(String title, List<String> rows, String noun) {
    new Rows(
            "<details>\n<summary>" + title + ": " + rows.size() + "</summary>\n\n",
            rows,
            "\n</details>\n\n",
            noun)
        .write(budget);
  }

  private static List<String> elements(SystemChange system) {
    Stream<String> renamed =
        system.renamed().stream()
            .map(r ->
                "- "
                    + Comment.code(r.before())
                    + ChangeWords.TO
                    + Comment.code(r.after())
                    + " ("
                    + r.kind().word()
                    + ", renamed)\n");
    return Stream.concat(renamed, system.elements().stream().map(ChangeMarkdown::element)).toList();
  }

  private static String element(ElementChange change) {
    String named = Comment.code(change.element()) + " (" + change.kind().word();
    return switch (change.sort()) {
      case ADDED -> "- " + named + ") is new\n" + facts(change);
      case REMOVED -> "- " + named + ") is gone\n";
      case CHANGED -> "- " + named + ")\n" + facts(change);
    };
  }

  private static String facts(ElementChange change) {
    return String.join("", change.facts().stream().map(fact -> fact(change, fact)).toList());
  }

  private static String fact(ElementChange element, FactChange fact) {
    return "  - "
        + Comment.code(fact.fact().key())
        + ": "
        + Comment.text(ChangeWords.values(element, fact), TEXT)
        + "\n";
  }

  private static List<String> controls(SystemChange system) {
    return system.controls().stream()
        .map(c -> item(c.id(), " " + Comment.text(ChangeWords.control(c), TEXT)))
        .toList();
  }

  private static List<String> rest(SystemChange system) {
    Stream<String> answers =
        system.resolutions().stream()
            .filter(answer -> ChangeWords.standsAlone(answer, system))
            .map(r -> item(r.threat(), ": " + Comment.text(ChangeWords.resolution(r), TEXT)));
    Stream<String> assumptions =
        system.assumptions().stream()
            .map(a -> item(a.id(), ": " + Comment.text(ChangeWords.assumption(a), TEXT)));
    return Stream.concat(answers, assumptions).toList();
  }

  private static List<String> questions(SystemChange system) {
    return system.questions().stream().map(ChangeMarkdown::question).toList();
  }

  private static String question(QuestionChange change) {
    String why = String.join(" ", change.causes().stream().map(Cause::text).toList());
    String text = Comment.text(change.question().text(), TEXT);
    return switch (change.sort()) {
      case NEW -> "- asked now: " + text + "\n";
      case ANSWERED -> "- answered: " + Comment.text(why, TEXT) + "\n";
      case MOOT -> "- no longer asked: " + text + "\n";
    };
  }

  private static String item(String id, String text) {
    return "- " + Comment.code(id) + text + "\n";
  }
}
