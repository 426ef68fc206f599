package dev.countersign.report.register;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.loss.LossRange;
import dev.countersign.assess.loss.ThreatLoss;
import dev.countersign.derive.Rank;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Family;
import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import dev.countersign.report.words.AnswerWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The register of threats: one row for each, by rank. */
public final class Register {
  private final Checked checked;

  private Register(Checked checked) {
    this.checked = checked;
  }

  /** The register of a system. */
  public static Table of(Checked checked) {
    return Table.of("Threats", new Register(checked).columns(), checked.assessment().threats());
  }

  private List<Column<AssessedThreat>> columns() {
    return List.of(
        threat("id", "Threat", 34, t -> Cell.of(t.id())),
        threat("rank", "Rank", 7, t -> Cell.of(t.rank().position())),
        rank("severity", "Severity", 10, r -> Cell.of(r.severity().word())),
        rank("score", "Score", 8, r -> Cell.of(Math.round(r.score() * 10) / 10.0)),
        family("stage", "Stage", 16, f -> Cell.of(f.stage().word())),
        family("family", "Family", 24, f -> Cell.of(f.id())),
        family("title", "Title", 30, f -> Cell.of(f.title())),
        threat("element", "Element", 22, t -> Cell.of(t.element().id())),
        threat("kind", "Kind", 13, t -> Cell.of(t.element().kind().word())),
        threat("also", "Also", 20, t -> Cell.of(t.members())),
        threat("path", "Path", 40, t -> Cell.of(String.join(" > ", t.path()))),
        threat("reasons", "Reasons", 60, t -> Cell.of(t.because())),
        threat("techniques", "Techniques", 18, t -> Cell.of(t.techniques())),
        family("references", "References", 20, f -> Cell.of(f.references())),
        threat("decisions", "Decisions", 22, t -> Cell.of(t.decisions())),
        new Column<>("state", "State", 12, t -> Cell.of(t.answer().state().word())),
        new Column<>("why", "Why", 40, t -> Cell.ofText(t.answer().why())),
        answer("resolution", "Resolution", 13, r -> Cell.of(r.kind())),
        answer("answer", "Answer", 44, r -> Cell.of(AnswerWords.says(r))),
        answer("owner", "Owner", 22, r -> Cell.ofText(owner(r))),
        new Column<>("until", "Due or until", 13, t -> Cell.ofDay(AnswerWords.lastDay(t.answer()))),
        answer("record", "Ticket or record", 17, r -> Cell.ofText(reference(r))),
        new Column<>("controls", "Controls", 36, Register::controls),
        loss("loss-p5", "Loss a year, p5", 14, LossRange::p5),
        loss("loss-p50", "Loss a year, p50", 14, LossRange::p50),
        loss("loss-p95", "Loss a year, p95", 14, LossRange::p95),
        new Column<>(
            "currency", "Currency", 10, t -> Cell.ofText(loss(t).map(LossRange::currency))),
        threat("place", "Place", 34, t -> Cell.of(at(t.element().place()))));
  }

  private static Column<AssessedThreat> threat(
      String name, String title, int width, Function<Threat, Cell> cell) {
    return new Column<>(name, title, width, assessed -> cell.apply(assessed.threat()));
  }

  private static Column<AssessedThreat> rank(
      String name, String title, int width, Function<Rank, Cell> cell) {
    return threat(name, title, width, threat -> cell.apply(threat.rank()));
  }

  private static Column<AssessedThreat> family(
      String name, String title, int width, Function<Family, Cell> cell) {
    return threat(name, title, width, threat -> cell.apply(threat.family()));
  }

  private static Column<AssessedThreat> answer(
      String name, String title, int width, Function<Resolution, Cell> cell) {
    return new Column<>(
        name,
        title,
        width,
        assessed -> assessed.answer().resolution().map(cell).orElseGet(Cell.Blank::new));
  }

  private Column<AssessedThreat> loss(
      String name, String title, int width, ToDoubleFunction<LossRange> amount) {
    return new Column<>(
        name,
        title,
        width,
        assessed ->
            loss(assessed)
                .map(range -> Cell.of(Math.rint(amount.applyAsDouble(range))))
                .orElseGet(Cell.Blank::new));
  }

  private Optional<LossRange> loss(AssessedThreat assessed) {
    ThreatLoss loss = checked.assessment().losses().threats().get(assessed.threat().id());
    return Optional.ofNullable(loss).map(ThreatLoss::range);
  }

  private static Optional<String> owner(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Planned planned -> planned.owner();
      case Resolution.Accepted accepted -> accepted.by();
      case Resolution.ByControl _, Resolution.DesignedOut _ -> Optional.empty();
    };
  }

  private static Optional<String> reference(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Planned planned -> planned.ticket();
      case Resolution.Accepted accepted -> accepted.record();
      case Resolution.DesignedOut out -> out.reference();
      case Resolution.ByControl _ -> Optional.empty();
    };
  }

  private static Cell controls(AssessedThreat assessed) {
    return Cell.of(assessed.answer().controls().stream().map(Register::named).toList());
  }

  private static String named(ControlState control) {
    return control.claim().id() + (control.proven() ? " (proven)" : " (not proven)");
  }

  static String at(Place place) {
    return place.file() + ":" + place.line();
  }
}
