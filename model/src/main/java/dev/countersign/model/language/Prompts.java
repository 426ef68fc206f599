package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.PROMPT;
import static dev.countersign.model.ElementKind.TOOL;
import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.files;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;

/** The keys of a prompt. */
final class Prompts {
  private Prompts() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(
              PROMPT,
              "A system prompt, tool description or other context that callers are not meant to see.")
          .key(
              "holds",
              anyOf(
                  word("instructions", "how the model should behave"),
                  word("business-rules", "limits, prices, internal procedure"),
                  word("tool-definitions", "names and schemas of tools"),
                  word("personal-data", "about identifiable people"),
                  word("credentials", "keys or passwords")),
              "What stands in it.",
              "What stands in {id}: only instructions, or also rules, personal data, keys?")
          .source(
              "writers",
              refs(ACTOR, COMPONENT, TOOL),
              "Who or what can change it.",
              "Who can change {id}?")
          .note("files", files(), "Where it is, relative to this file.")
          .build();
}
