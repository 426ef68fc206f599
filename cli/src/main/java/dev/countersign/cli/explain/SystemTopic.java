package dev.countersign.cli.explain;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Checked;
import dev.countersign.cli.terminal.Line;
import dev.countersign.derive.graph.Suppliers;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** A system at hand. */
record SystemTopic(Checked system) implements Topic {
  @Override
  public void write(Sheet sheet) {
    SystemModel model = system.assessment().system();
    sheet.title(system.id(), "a system", model.info().purpose());
    sheet.heading("Declares");
    declares(model).forEach(count -> sheet.item(Line.of(count)));
    sheet.heading("Stands").item(Line.of(threats()));
    sheet.item(Line.of(Words.count(system.assessment().questions().size(), "open question")));
    sheet.item(Line.of(Words.count(system.assessment().findings().size(), "finding")));
    sheet.heading("Files");
    model.sources().forEach(file -> sheet.item(file, ""));
    sheet.heading("Next").command("check " + model.file(), "its verdict and what to do next");
  }

  private static List<String> declares(SystemModel model) {
    List<String> counts = new ArrayList<>();
    for (ElementKind kind : ElementKind.values()) {
      long count = model.elements(kind).filter(it -> !it.id().equals(Suppliers.ANYONE)).count();
      if (count > 0) {
        counts.add(count == 1 ? "1 " + kind.word() : count + " " + kind.section());
      }
    }
    return counts.isEmpty() ? List.of("nothing yet") : counts;
  }

  private String threats() {
    List<String> states = new ArrayList<>();
    for (Answer.State state : Answer.State.values()) {
      long count = system.count(state);
      if (count > 0) {
        states.add(count + " " + state.word());
      }
    }
    return Words.count(system.assessment().threats().size(), "threat")
        + (states.isEmpty() ? "" : ": " + String.join(", ", states));
  }
}
