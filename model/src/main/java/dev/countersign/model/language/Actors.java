package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.DECISION;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.text;
import static dev.countersign.model.language.Grammar.trust;

/** The keys of an actor. */
final class Actors {
  private Actors() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(
              ACTOR, "Somebody who acts on the system: a person, a group or another organisation.")
          .shorthand("trust")
          .required("trust", trust(), "How far the organisation trusts this actor.")
          .key(
              "gains",
              text(),
              "What this actor gains from a wrong decision; none where it gains nothing.",
              "What would {id} gain if the system decided wrongly?")
          .key(
              "gains-from",
              refs(DECISION),
              "The decisions whose errors this actor gains from; all that it can influence, if left out.",
              "Which decisions would {id} like to go wrong?")
          .build();
}
