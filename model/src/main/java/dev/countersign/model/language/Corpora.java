package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.CHANNEL;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.OUTPUT;
import static dev.countersign.model.ElementKind.STORE;
import static dev.countersign.model.language.Grammar.files;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;

/** The keys of a corpus. */
final class Corpora {
  private Corpora() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(CORPUS, "Documents that are searched at run time and put before the model.")
          .source(
              "writers",
              refs(ACTOR, COMPONENT, CHANNEL, OUTPUT),
              "Who can add documents or change them.",
              "Who can add documents to {id} or change them?")
          .key(
              "admission",
              Words.ADMISSION,
              "What stands between a new document and its use.",
              "Who or what looks at new documents before {id} serves them?")
          .key(
              "sensitivity",
              Words.SENSITIVITY,
              "How harmful its disclosure is.",
              "How sensitive are the documents in {id}?")
          .key(
              "scope",
              oneOf(
                  word("asker", "a search returns only what the asker may read"),
                  word("all", "a search returns anything in it")),
              "What a search may return.",
              "Does a search in {id} return only what the asker may read?")
          .key("stored", ref(STORE), "Where it is kept.", "In which store is {id} kept?")
          .note("files", files(), "Where its files are, relative to this file.")
          .build();
}
