package dev.countersign.cli.diff;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Answer.State;
import dev.countersign.assess.Checked;
import dev.countersign.assess.change.Cause;
import dev.countersign.assess.change.ElementChange;
import dev.countersign.assess.change.FactChange;
import dev.countersign.assess.change.QuestionChange;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.ThreatChange;
import dev.countersign.assess.change.ThreatChange.Sort;
import dev.countersign.assess.change.TreeChange;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.derive.Severity;
import dev.countersign.report.change.ChangeWords;
import dev.countersign.report.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A comparison as text; empty where there is no difference. */
public final class DiffText {
  private static final int ITEM = 2;
  private static final int TEXT = 4;

  private final Page page;
  private final boolean all;

  private DiffText(Page page, boolean all) {
    this.page = page;
    this.all = all;
  }

  /**
   * The text, folded to the terminal.
   *
   * @param all also what decides nothing: texts that read otherwise, questions that became moot
   */
  public static String of(TreeChange change, Terminal terminal, boolean all) {
    Page page = new Page(terminal);
    new DiffText(page, all).write(change);
    return page.toString();
  }

  private void write(TreeChange change) {
    List<SystemChange> told =
        change.systems().stream()
            .filter(system -> !system.isEmpty() || (all && !system.wording().isEmpty()))
            .toList();
    if (told.isEmpty() && change.added().isEmpty() && change.removed().isEmpty()) {
      return;
    }
    page.line(
        Line.of(
            Style.FAINT, change.before() + " " + page.terminal().arrow() + " " + change.after()));
    change.added().forEach(system -> whole("+", "new system", Style.WARN, system));
    change.removed().forEach(system -> whole("-", "system gone", Style.FAINT, system));
    told.forEach(this::system);
  }

  private void whole(String mark, String what, Style style, Checked system) {
    long open = system.count(State.OPEN) + system.count(State.UNPROVEN);
    page.blank()
        .line(
            0,
            ITEM,
            Line.of(style, mark)
                .add(" ")
                .add(Style.STRONG, system.id())
                .add(
                    "  %s, %s, %d open or unproven: %s"
                        .formatted(
                            what,
                            Words.count(system.assessment().threats().size(), "threat"),
                            open,
                            system.assessment().system().file())));
  }

  private void system(SystemChange system) {
    page.blank();
    page.ends(
        0,
        0,
        Line.of(Style.STRONG, system.system()).gap().add(ChangeWords.counts(system)),
        Line.of(style(system), ChangeWords.verdicts(system)));
    system.formerly().ifPresent(id -> page.line(ITEM, Line.of("Formerly " + id + ".")));
    ChangeWords.circumstances(system)
        .forEach(sentence -> page.line(ITEM, Line.of(Style.FAINT, sentence)));
    for (Sort sort : Sort.values()) {
      section(ChangeWords.heading(sort), system.threats(sort), this::threat);
    }
    section("Renamed", system.renamed(), r -> item("~", r.before() + ChangeWords.TO + r.after()));
    section("Elements", system.elements(), this::element);
    section("Controls", system.controls(), c -> item("~", c.id() + " " + ChangeWords.control(c)));
    section(
        "Answers to threats that do not derive",
        system.resolutions().stream()
            .filter(answer -> ChangeWords.standsAlone(answer, system))
            .toList(),
        r -> item("~", r.threat() + ": " + ChangeWords.resolution(r)));
    section(
        "Assumptions",
        system.assumptions(),
        a -> item("~", a.id() + ": " + ChangeWords.assumption(a)));
    section(
        "Questions",
        system.questions().stream()
            .filter(question -> all || question.sort() != QuestionChange.Sort.MOOT)
            .toList(),
        this::question);
    section("Wording", all ? system.wording() : List.of(), this::fact);
    page.blank();
    ChangeWords.grounds(system).forEach(text -> page.line(Line.of(Style.FAINT, text)));
  }

  private static Style style(SystemChange system) {
    return switch (system.is().verdict()) {
      case PASS -> Style.GOOD;
      case FAIL -> Style.BAD;
    };
  }

  private <T> void section(String heading, List<T> items, Consumer<T> write) {
    if (!items.isEmpty()) {
      page.blank().line(Line.of(Style.STRONG, heading));
      items.forEach(write);
    }
  }

  private void threat(ThreatChange change) {
    String mark = change.sort() == Sort.GONE ? "-" : change.sort() == Sort.NEW ? "+" : "~";
    Line title =
        Line.of(style(change), mark)
            .add(" ")
            .add(Style.STRONG, change.shown().threat().family().title())
            .gap()
            .add(style(change.severity()), word(change.severity()));
    page.ends(ITEM, TEXT, title, Line.of(style(change), ChangeWords.standing(change)));
    page.line(TEXT, TEXT + ITEM, Line.of(Style.NAME, ChangeWords.ids(change)));
    if (change.sort() == Sort.NEW && change.shown().threat().path().size() > 1) {
      String arrow = " " + page.terminal().arrow() + " ";
      page.line(TEXT, TEXT + ITEM, Line.of(String.join(arrow, change.shown().threat().path())));
    }
    ChangeWords.causes(change).forEach(this::because);
  }

  private void because(String cause) {
    page.labelled(TEXT, Line.of(page.terminal().bullet()), TEXT + ITEM, Line.of(cause));
  }

  private static Style style(ThreatChange change) {
    return switch (change.sort()) {
      case NEW, REOPENED, ANSWERED -> style(change.shown().answer());
      case RERANKED -> Style.WARN;
      case GONE -> Style.GOOD;
    };
  }

  private static Style style(Answer answer) {
    return switch (answer.state()) {
      case OPEN -> Style.BAD;
      case UNPROVEN -> Style.WARN;
      case CONTROLLED, PLANNED, ACCEPTED -> Style.GOOD;
    };
  }

  private static Style style(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Style.BAD;
      case HIGH -> Style.GRAVE;
      case MEDIUM -> Style.WARN;
      case LOW -> Style.FAINT;
    };
  }

  private static String word(Severity severity) {
    return severity.compareTo(Severity.HIGH) >= 0
        ? severity.word().toUpperCase(Locale.ROOT)
        : severity.word();
  }

  private void element(ElementChange change) {
    item(ChangeWords.mark(change), change.element() + " (" + change.kind().word() + ")");
    change.facts().forEach(fact -> nested(fact.fact().key(), ChangeWords.values(change, fact)));
  }

  private void fact(FactChange fact) {
    nested(fact.fact().toString(), ChangeWords.values(fact));
  }

  private void nested(String name, String text) {
    page.line(TEXT, TEXT + ITEM, Line.of(name + ": " + text));
  }

  private void question(QuestionChange change) {
    String why = String.join(" ", change.causes().stream().map(Cause::text).toList());
    switch (change.sort()) {
      case NEW -> item("+", change.question().text());
      case ANSWERED -> item("-", "answered: " + why);
      case MOOT -> item("-", "no longer asked: " + change.question().text());
    }
  }

  private void item(String mark, String text) {
    page.labelled(ITEM, Line.of(mark), TEXT, Line.of(text));
  }
}
