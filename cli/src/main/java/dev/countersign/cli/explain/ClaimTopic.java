package dev.countersign.cli.explain;

import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.cli.text.TextReport;
import java.util.List;

/** A control that a system at hand claims. */
record ClaimTopic(ControlState control, Checked system) implements Topic {
  @Override
  public void write(Sheet sheet) {
    sheet.title(
        control.claim().id(),
        "a control of " + system.id(),
        system
            .catalogue()
            .control(control.claim().control())
            .map(known -> known.title())
            .orElse(control.claim().id()));
    system
        .catalogue()
        .control(control.claim().control())
        .ifPresent(known -> sheet.text(known.does()));
    sheet.heading("Evidence");
    TextReport.control(sheet.page(), system, control);
    answers(sheet);
    sheet
        .heading("Next")
        .command("explain " + control.claim().control(), "what it is and what it stops");
  }

  private void answers(Sheet sheet) {
    List<String> threats =
        system.assessment().threats().stream()
            .filter(threat -> threat.answer().controls().contains(control))
            .map(threat -> threat.threat().id())
            .toList();
    sheet.heading("Answers");
    if (threats.isEmpty()) {
      sheet.below("No threat names it.");
    }
    threats.forEach(threat -> sheet.item(threat, ""));
  }
}
