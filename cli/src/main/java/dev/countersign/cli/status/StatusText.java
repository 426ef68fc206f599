package dev.countersign.cli.status;

import dev.countersign.assess.Checked;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.calendar.Deadline;
import dev.countersign.assess.signoff.RefusedSignOff;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.report.words.SignedWords;
import dev.countersign.report.words.Words;
import java.util.List;
import java.util.Locale;

/** The signatures of systems and their calendar as text. */
public final class StatusText {
  private static final int INDENT = 6;
  private static final int ROLE = 22;
  private static final int DAY = 13;
  private static final int REASONS = 5;
  private static final int DAYS = 12;

  private final Page page;
  private final boolean all;

  private StatusText(Page page, boolean all) {
    this.page = page;
    this.all = all;
  }

  /**
   * The text.
   *
   * @param all every change and every day, however many there are
   */
  public static String of(List<Checked> systems, Terminal terminal, boolean all) {
    StatusText text = new StatusText(new Page(terminal), all);
    text.write(systems);
    return text.page.toString();
  }

  private void write(List<Checked> systems) {
    systems.forEach(this::system);
    calendar(Due.of(systems), systems.size() > 1);
  }

  private void system(Checked checked) {
    Verdict verdict = checked.assessment().verdict();
    SignOffs signOffs = checked.assessment().signOffs();
    page.blank()
        .line(
            Line.of()
                .whole(
                    verdict == Verdict.PASS ? Style.GOOD : Style.BAD,
                    verdict.word().toUpperCase(Locale.ROOT) + " ")
                .add(" ")
                .add(Style.STRONG, checked.id())
                .gap()
                .add(Style.FAINT, checked.assessment().system().file()));
    signOffs.roles().forEach(this::role);
    signOffs.refused().forEach(this::refused);
    if (!signOffs.same().isEmpty()) {
      page.line(
          INDENT,
          Line.of(
              Style.WARN,
              Words.and(signOffs.same())
                  + " signed in more than one role: that is no second signature."));
    }
  }

  private void role(SignOff signOff) {
    Line label = Line.of(signOff.title());
    switch (signOff.state()) {
      case SignOff.State.Unsigned _ ->
          page.labelled(
              INDENT,
              label,
              ROLE,
              Line.of(signOff.required() ? Style.BAD : Style.FAINT, "not signed")
                  .add(signOff.named().map(name -> ", " + name).orElse("")));
      case SignOff.State.Signed signed ->
          page.labelled(
              INDENT,
              label,
              ROLE,
              Line.of(Style.GOOD, "signed")
                  .add(" by " + signed.by() + " on " + signed.on() + "; all ")
                  .add(Words.count(signOff.items().size(), "item"))
                  .add(signOff.items().size() == 1 ? " stands" : " stand"));
      case SignOff.State.Void gone -> gone(label, gone);
    }
  }

  private void gone(Line label, SignOff.State.Void gone) {
    page.labelled(
        INDENT,
        label,
        ROLE,
        Line.of(Style.BAD, "VOID in part")
            .add(", signed by " + gone.by() + " on " + gone.on() + ": ")
            .add(Words.and(SignedWords.lost(gone)) + "; " + SignedWords.left(gone)));
    int most = all ? gone.reasons().size() : REASONS;
    gone.reasons().stream().limit(most).forEach(this::reason);
    if (gone.reasons().size() > most) {
      page.line(
          ROLE,
          Line.of(
              Style.FAINT,
              "and " + Words.count(gone.reasons().size() - most, "other change") + " with --all"));
    }
  }

  private void reason(SignOff.Reason reason) {
    page.line(ROLE, ROLE + 2, Line.of(reason.cause().text()));
    List<String> items = reason.items();
    int most = all ? items.size() : REASONS;
    String more = items.size() > most ? " and " + (items.size() - most) + " more" : "";
    page.line(
        ROLE + 2,
        ROLE + 2,
        Line.of(
            Style.FAINT, "voids " + String.join(", ", items.stream().limit(most).toList()) + more));
  }

  private void refused(RefusedSignOff file) {
    page.line(
        INDENT, INDENT + 2, Line.of(Style.WARN, file.file()).add(" proves nothing. " + file.why()));
  }

  private void calendar(List<Due> due, boolean several) {
    if (due.isEmpty()) {
      return;
    }
    page.blank()
        .line(
            Line.of(Style.STRONG, "CALENDAR").gap().add(Style.FAINT, Integer.toString(due.size())));
    int most = all ? due.size() : DAYS;
    due.stream().limit(most).forEach(it -> day(it, several));
    if (due.size() > most) {
      page.line(2, Line.of(Style.FAINT, "and " + (due.size() - most) + " later with --all"));
    }
  }

  private void day(Due due, boolean several) {
    Deadline deadline = due.deadline();
    Line label = Line.of(deadline.passed() ? Style.BAD : Style.PLAIN, deadline.day().toString());
    Line line = Line.of(deadline.passed() ? "passed: " : "");
    page.labelled(
        2,
        label,
        DAY + 2,
        line.add(deadline.text()).add(Style.FAINT, several ? " " + due.system() : ""));
  }
}
