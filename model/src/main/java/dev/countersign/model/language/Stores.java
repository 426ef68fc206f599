package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.STORE;
import static dev.countersign.model.ElementKind.ZONE;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;

/** The keys of a store. */
final class Stores {
  private Stores() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(STORE, "Where models, data or documents are kept.")
          .key(
              "type",
              oneOf(
                  word("model-registry", "keeps versions of models"),
                  word("container-registry", "keeps container images"),
                  word("model-hub", "a public hub of models"),
                  word("object-store", "buckets"),
                  word("database", "tables or documents"),
                  word("vector-store", "embeddings"),
                  word("file-share", "files on a network or a disk"),
                  word("code-repository", "version control"),
                  word("notebook-server", "notebooks with data"),
                  word("device", "devices that others hold"),
                  word("app-package", "inside an app that others install")),
              "What it is.",
              "What kind of store is {id}?")
          .key("zone", ref(ZONE), "The trust zone it is in.", "In which zone is {id}?")
          .key(
              "readers",
              refs(ACTOR, COMPONENT),
              "Who can read what is in it.",
              "Who can read what is in {id}?")
          .source(
              "writers",
              refs(ACTOR, COMPONENT),
              "Who can change what is in it.",
              "Who can change what is in {id}?")
          .key(
              "authentication",
              Words.AUTHENTICATION,
              "How users of the store prove who they are.",
              "How do users of {id} prove who they are?")
          .key(
              "addressing",
              oneOf(
                  word("digest", "by content: the bytes cannot change"),
                  word("name", "by a name or tag that can be moved to other bytes")),
              "How things in it are fetched.",
              "Are things in {id} fetched by digest or by a name that can be moved?")
          .build();
}
