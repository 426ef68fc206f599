package dev.countersign.cli.text;

import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import java.util.Comparator;
import java.util.List;

/** The controls that the file claims, each with what its evidence showed just now. */
final class ControlsSection {
  private static final int INDENT = 2;
  private static final int TEXT = 12;

  /** What needs work first. */
  private static final Comparator<ControlState> ORDER =
      Comparator.comparing(ControlState::proven).thenComparing(control -> control.claim().id());

  private ControlsSection() {}

  static void write(Page page, Checked system, Detail detail) {
    List<ControlState> controls =
        system.assessment().controls().values().stream().sorted(ORDER).toList();
    if (controls.isEmpty()) {
      return;
    }
    long proven = controls.stream().filter(ControlState::proven).count();
    page.blank()
        .line(
            Line.of(Style.STRONG, "CONTROLS")
                .gap()
                .add(Style.FAINT, proven + " of " + controls.size() + " proven"));
    controls.forEach(control -> write(page, system, control, detail));
  }

  /** What is proven is only named, unless everything is wanted. */
  private static void write(Page page, Checked system, ControlState control, Detail detail) {
    if (detail == Detail.ALL || !control.proven()) {
      write(page, system, control);
    } else {
      named(page, system, control, " by " + String.join(", ", kinds(control)));
    }
  }

  private static List<String> kinds(ControlState control) {
    return control.results().stream().map(EvidenceResult::kind).toList();
  }

  /** One control with all that its evidence showed. */
  static void write(Page page, Checked system, ControlState control) {
    named(page, system, control, "");
    if (control.results().isEmpty()) {
      page.line(TEXT, Line.of("No evidence is given for it."));
    }
    control.results().forEach(result -> write(page, result));
  }

  private static void named(Page page, Checked system, ControlState control, String how) {
    Line label = control.proven() ? Line.of(Style.GOOD, "proven") : Line.of(Style.WARN, "UNPROVEN");
    page.labelledEnds(
        INDENT,
        label,
        TEXT,
        Line.of(Style.NAME, control.claim().id()).add(how),
        Wording.place(control.claim().place(), system));
  }

  private static void write(Page page, EvidenceResult result) {
    Line line = Line.of(result.kind() + ": " + result.detail());
    page.line(
        TEXT,
        TEXT + 2,
        switch (result) {
          case EvidenceResult.Verified _ -> line;
          case EvidenceResult.Refuted refuted -> line.add(" ").add(Style.STRONG, refuted.next());
          case EvidenceResult.Unchecked unchecked -> line.add(" " + unchecked.next());
        });
  }
}
