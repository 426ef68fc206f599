package dev.countersign.cli.explain;

import dev.countersign.knowledge.Control;
import dev.countersign.model.ElementKind;
import java.util.List;

/** A control of the catalogue. */
record ControlTopic(Control control, Sources sources) implements Topic {
  @Override
  public void write(Sheet sheet) {
    sheet.title(control.id(), "a control", control.title()).text(control.does());
    sheet
        .heading("In short")
        .item("stage", control.stage().title())
        .item("placed on", String.join(", ", kinds()))
        .item("proven by", String.join(", ", control.evidence()));
    stops(sheet);
    sheet
        .heading("In countersign.yaml")
        .code("controls:")
        .code("  " + control.id() + "@ELEMENT:")
        .code("    document: { file: evidence/FILE.md, sha256: …, reviewer: …, expires: DATE }");
    new References(sources).write(sheet, control.references());
  }

  private List<String> kinds() {
    return control.on().stream().sorted().map(ElementKind::word).toList();
  }

  private void stops(Sheet sheet) {
    if (control.stops().isEmpty()) {
      return;
    }
    sheet.heading("Answers");
    control.stops().stream()
        .flatMap(id -> sources.knowledge().family(id).stream())
        .forEach(family -> sheet.item(family.id(), family.title()));
  }
}
