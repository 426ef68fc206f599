package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.CHANNEL;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.MEMORY;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.word;
import static dev.countersign.model.language.Grammar.yesNo;

/** The keys of a memory. */
final class Memories {
  private Memories() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(
              MEMORY,
              "State that survives a turn or a session: facts about a user, threads, caches of answers.")
          .key(
              "scope",
              oneOf(
                  word("session", "until the conversation ends"),
                  word("user", "for one user, for good"),
                  word("shared", "for several users")),
              "How far it reaches.",
              "Does {id} last for a session, for a user, or is it shared?")
          .source(
              "writers",
              refs(ACTOR, COMPONENT, CHANNEL),
              "Who or what writes it, besides the component that remembers it.",
              "Who or what writes {id}, besides the component itself?")
          .key(
              "confirmed",
              yesNo(),
              "Whether a person confirms each entry before it counts.",
              "Does a person confirm what is written to {id}?")
          .key(
              "sensitivity",
              Words.SENSITIVITY,
              "How harmful its disclosure is.",
              "How sensitive is what {id} holds?")
          .build();
}
