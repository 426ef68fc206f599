package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.OUTPUT;
import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;

/** The keys of an output. */
final class Outputs {
  private Outputs() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(OUTPUT, "What a model or component hands on, where it matters how.")
          .required("of", refs(COMPONENT, MODEL), "Where it comes from.")
          .key(
              "consumers",
              refs(ACTOR, COMPONENT, DATASET, CORPUS),
              "Who or what takes it in.",
              "Who or what takes in {id}?")
          .key(
              "used-as",
              anyOf(
                  word("text", "people read it"),
                  word("html", "a browser interprets it"),
                  word("sql", "a database interprets it"),
                  word("shell", "a shell interprets it"),
                  word("code", "a compiler or interpreter takes it"),
                  word("file-path", "it names a file"),
                  word("template", "a template engine interprets it"),
                  word("spreadsheet", "cells may hold formulas"),
                  word("prompt", "another model reads it"),
                  word("number", "a program computes with it")),
              "What interprets it.",
              "What interprets {id}: a person, a browser, a database, a shell, another model?")
          .key(
              "checked",
              oneOf(
                  word("none", "used as it comes"),
                  word("schema", "its form is checked"),
                  word("encoded", "encoded for where it goes"),
                  word("person", "a person looks at each")),
              "What it has to pass before use.",
              "What does {id} have to pass before it is used?")
          .build();
}
