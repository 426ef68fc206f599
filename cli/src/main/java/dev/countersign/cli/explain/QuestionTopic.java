package dev.countersign.cli.explain;

import dev.countersign.assess.Checked;
import dev.countersign.assess.next.QuestionStep;
import dev.countersign.derive.Question;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;

/** A question about a system at hand. */
record QuestionTopic(Question question, Checked system) implements Topic {
  @Override
  public void write(Sheet sheet) {
    sheet.title(question.id(), "a question about " + system.id(), question.text());
    system
        .assessment()
        .system()
        .element(question.fact().element())
        .flatMap(element -> Vocabulary.of(element.kind()).key(question.fact().key()))
        .ifPresent(key -> meaning(sheet, key));
    sheet
        .heading("Answer it")
        .below(question.place().file() + ":" + question.place().line())
        .code(QuestionStep.line(question));
    sheet.heading("The answer decides");
    question.decides().forEach(threat -> sheet.item(threat, ""));
  }

  private static void meaning(Sheet sheet, Key key) {
    sheet.text(key.meaning());
    KeyText.words(key.type()).forEach(word -> sheet.item(word.word(), word.meaning()));
  }
}
