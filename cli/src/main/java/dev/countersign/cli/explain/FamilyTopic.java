package dev.countersign.cli.explain;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Style;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Precedent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A family of attacks. */
record FamilyTopic(Family family, Sources sources) implements Topic {
  @Override
  public void write(Sheet sheet) {
    sheet
        .title(
            family.id(),
            "a family of attacks, rule pack "
                + family.pack()
                + (family.classic() ? ", STRIDE" : ""),
            family.title())
        .text(family.explanation());
    sheet
        .heading("In short")
        .item("stage", family.stage().title())
        .item("about", "each " + family.on().word())
        .item("effort", family.effort().name().toLowerCase(Locale.ROOT))
        .item("harms first", family.harm().name().toLowerCase(Locale.ROOT));
    here(sheet);
    controls(sheet);
    sheet.heading("Derived when");
    family.when().lines().filter(line -> !line.isBlank()).forEach(sheet::expression);
    precedents(sheet, family.precedents());
    new References(sources)
        .write(
            sheet,
            Stream.concat(family.techniques().stream(), family.references().stream()).toList());
  }

  private void here(Sheet sheet) {
    List<String> threats =
        sources.systems().stream()
            .flatMap(system -> system.assessment().threats().stream())
            .filter(threat -> threat.threat().family().id().equals(family.id()))
            .map(threat -> threat.threat().id() + "  " + threat.answer().state().word())
            .toList();
    if (!threats.isEmpty()) {
      sheet.heading("Here");
      threats.forEach(threat -> sheet.item(Line.of(threat)));
    }
  }

  private void controls(Sheet sheet) {
    sheet.heading("Answered by");
    family.controls().stream()
        .flatMap(id -> sources.knowledge().control(id).stream())
        .forEach(control -> sheet.item(control.id(), control.does()));
  }

  static void precedents(Sheet sheet, List<Precedent> precedents) {
    if (precedents.isEmpty()) {
      return;
    }
    sheet.heading("This has happened");
    for (Precedent precedent : precedents) {
      sheet.item(
          Line.of(Style.NAME, precedent.id())
              .gap()
              .add(precedent.title())
              .add(Style.FAINT, precedent.incident() ? " (incident)" : " (exercise)"));
    }
  }
}
