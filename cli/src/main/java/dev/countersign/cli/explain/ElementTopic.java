package dev.countersign.cli.explain;

import dev.countersign.assess.Checked;
import dev.countersign.model.Element;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;
import java.util.List;

/** An element of a system at hand. */
record ElementTopic(Element element, Checked system) implements Topic {
  @Override
  public void write(Sheet sheet) {
    sheet.title(
        element.id(),
        "a " + element.kind().word() + " of " + system.id(),
        Vocabulary.of(element.kind()).meaning());
    sheet.heading("Stated").below("at " + element.place().file() + ":" + element.place().line());
    element.facts().forEach((key, fact) -> sheet.item(key, fact.value().written()));
    unknown(sheet);
    threats(sheet);
    sheet
        .heading("Next")
        .command("explain " + element.kind().word(), "every key of such an element");
  }

  private void unknown(Sheet sheet) {
    List<String> missing =
        Vocabulary.of(element.kind()).keys().stream()
            .map(Key::name)
            .filter(key -> !element.facts().containsKey(key))
            .toList();
    if (!missing.isEmpty()) {
      sheet.heading("Unknown").below(String.join(", ", missing));
    }
  }

  private void threats(Sheet sheet) {
    List<String> threats =
        system.assessment().threats().stream()
            .filter(t ->
                t.threat().element().id().equals(element.id())
                    || t.threat().members().contains(element.id())
                    || t.threat().path().contains(element.id()))
            .map(t -> t.threat().id())
            .toList();
    if (!threats.isEmpty()) {
      sheet.heading("Threats to it or through it");
      threats.forEach(threat -> sheet.item(threat, ""));
    }
  }
}
