package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.DECISION;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.money;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.rate;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;

/** The keys of a decision. */
final class Decisions {
  private Decisions() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(DECISION, "What an output triggers in the world.")
          .required("by", refs(MODEL, COMPONENT), "The models or components that it rests on.")
          .key(
              "automation",
              oneOf(
                  word("advisory", "a person decides and sees the output among other things"),
                  word("human-approves", "nothing happens until a person agrees"),
                  word("human-overrides", "it happens unless a person objects"),
                  word("automatic", "it happens")),
              "How much a person has to do with it.",
              "Does {id} happen by itself, or does a person approve it?")
          .key(
              "volume",
              rate(),
              "How many are made.",
              "How many decisions a day does {id} stand for?")
          .key(
              "reversible",
              oneOf(
                  word("yes", "it can be undone"),
                  word("partly", "with effort or loss"),
                  word("no", "never")),
              "Whether it can be undone.",
              "Can {id} be undone?")
          .key(
              "if-wrong.financial",
              money(),
              "What a wrong one costs.",
              "What does it cost if {id} goes wrong?")
          .key(
              "if-wrong.per",
              oneOf(
                  word("decision", "each wrong one"),
                  word("incident", "each time it goes wrong, however many"),
                  word("day", "each day it goes wrong")),
              "What the amount is for.",
              "")
          .key(
              "if-wrong.harm",
              anyOf(
                  word("safety", "somebody may be hurt"),
                  word("rights", "somebody is treated unlawfully or unfairly"),
                  word("privacy", "personal data reaches the wrong people"),
                  word("reputation", "trust in the organisation suffers"),
                  word("service", "customers cannot do what they came for"),
                  word("security", "an attack gets through")),
              "What else a wrong one does.",
              "What harm does it do, besides money, if {id} goes wrong?")
          .note("affects", refs(ACTOR), "Whom it is about.")
          .build();
}
