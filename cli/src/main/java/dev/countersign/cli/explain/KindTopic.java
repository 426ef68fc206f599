package dev.countersign.cli.explain;

import dev.countersign.model.ElementKind;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KindOfElement;
import dev.countersign.model.language.Vocabulary;

/** A kind of element of the language: what may be stated about it. */
record KindTopic(ElementKind kind) implements Topic {
  @Override
  public void write(Sheet sheet) {
    KindOfElement grammar = Vocabulary.of(kind);
    sheet.title(kind.word(), "an element, listed under " + kind.section(), grammar.meaning());
    sheet.heading("Keys; one that is left out is unknown");
    grammar.keys().forEach(key -> key(sheet, key));
  }

  static void key(Sheet sheet, Key key) {
    sheet.item(key.name(), key.meaning() + (key.required() ? " Required." : ""));
    sheet.below(KeyText.of(key.type()));
  }
}
