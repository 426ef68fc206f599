package dev.countersign.report.register;

import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.Finding;
import dev.countersign.assess.calendar.Deadline;
import dev.countersign.assess.calendar.Deadlines;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.derive.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tables beside the register: questions, controls, findings and the calendar. */
public final class Sheets {
  private static final List<Column<Question>> QUESTIONS =
      List.of(
          new Column<>("id", "Question", 34, q -> Cell.of(q.id())),
          new Column<>("element", "Element", 22, q -> Cell.of(q.fact().element())),
          new Column<>("fact", "Fact", 20, q -> Cell.of(q.fact().key())),
          new Column<>("text", "Text", 60, q -> Cell.of(q.text())),
          new Column<>("answers", "May be", 40, q -> Cell.of(q.answers())),
          new Column<>("decides", "Decides", 40, q -> Cell.of(q.decides())),
          new Column<>("place", "Place", 34, q -> Cell.of(Register.at(q.place()))));

  private static final List<Column<ControlState>> CONTROLS =
      List.of(
          new Column<>("id", "Control", 38, c -> Cell.of(c.claim().id())),
          new Column<>("element", "Element", 22, c -> Cell.of(c.claim().element())),
          new Column<>("state", "State", 12, c -> Cell.of(c.proven() ? "proven" : "unproven")),
          new Column<>("evidence", "Evidence", 60, Sheets::evidence),
          new Column<>("doubt", "What is missing", 50, c -> Cell.ofText(c.doubt())),
          new Column<>("place", "Place", 34, c -> Cell.of(Register.at(c.claim().place()))));

  private static final List<Column<Finding>> FINDINGS =
      List.of(
          new Column<>("severity", "Severity", 10, f -> Cell.of(f.severity().word())),
          new Column<>("rule", "Rule", 24, f -> Cell.of(f.rule())),
          new Column<>("subject", "About", 36, f -> Cell.ofText(f.subject())),
          new Column<>("message", "Message", 60, f -> Cell.of(f.message())),
          new Column<>("next", "Next step", 50, f -> Cell.of(f.next())),
          new Column<>("place", "Place", 34, f -> Cell.of(Register.at(f.place()))));

  private static final List<Column<Deadline>> CALENDAR =
      List.of(
          new Column<>("day", "Last day", 13, d -> Cell.ofDay(Optional.of(d.day()))),
          new Column<>("state", "State", 10, d -> Cell.of(d.passed() ? "past" : "to come")),
          new Column<>("sort", "Sort", 14, d -> Cell.of(d.sort().word())),
          new Column<>("subject", "About", 38, d -> Cell.of(d.subject())),
          new Column<>("text", "What ends", 70, d -> Cell.of(d.text())));

  private Sheets() {}

  /** All of them, in order. */
  public static List<Table> of(Checked checked) {
    return List.of(
        Table.of("Questions", QUESTIONS, checked.assessment().questions()),
        Table.of("Controls", CONTROLS, controls(checked)),
        Table.of("Findings", FINDINGS, checked.assessment().findings()),
        Table.of("Calendar", CALENDAR, Deadlines.of(checked)));
  }

  private static List<ControlState> controls(Checked checked) {
    return checked.assessment().controls().values().stream()
        .sorted(Comparator.comparing(control -> control.claim().id()))
        .toList();
  }

  private static Cell evidence(ControlState control) {
    return Cell.of(control.results().stream().map(Sheets::says).toList());
  }

  private static String says(EvidenceResult result) {
    String word =
        switch (result) {
          case EvidenceResult.Verified _ -> "verified";
          case EvidenceResult.Refuted _ -> "refuted";
          case EvidenceResult.Unchecked _ -> "unchecked";
        };
    return result.kind() + ", " + word + ": " + result.detail();
  }
}
