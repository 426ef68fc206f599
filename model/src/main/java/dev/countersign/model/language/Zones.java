package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ZONE;
import static dev.countersign.model.language.Grammar.trust;

/** The keys of a zone. */
final class Zones {
  private Zones() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(ZONE, "A trust zone: a network segment, an account, a device.")
          .shorthand("trust")
          .required("trust", trust(), "The least trust that somebody inside the zone has.")
          .key(
              "reachable-by",
              trust(),
              "The least trusted who can open a connection into the zone.",
              "Who can open a connection into {id}: the public, customers, partners, staff or operators only?")
          .build();
}
