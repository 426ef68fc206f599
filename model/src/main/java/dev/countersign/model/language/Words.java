package dev.countersign.model.language;

import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.word;

/** Vocabularies that more than one kind of element uses. */
final class Words {
  private Words() {}

  static final KeyType SENSITIVITY =
      oneOf(
          word("public", "anyone may read it"),
          word("internal", "for the organisation only"),
          word("confidential", "a leak costs the organisation"),
          word("personal", "about identifiable people"),
          word("special-category", "health, biometrics, beliefs and the like (GDPR Art. 9)"),
          word("secret", "credentials or keys are in it"));

  static final KeyType ADMISSION =
      oneOf(
          word("none", "whatever arrives is used"),
          word("automatic", "a program filters items"),
          word("sampled", "people look at a sample"),
          word("reviewed", "people look at every item"));

  static final KeyType UPDATES =
      oneOf(
          word("pinned", "one version, fixed by digest or exact number"),
          word("reviewed", "a person admits each new version"),
          word("automatic", "new versions arrive by themselves"));

  static final KeyType AUTHENTICATION =
      oneOf(
          word("none", "anyone who reaches it may use it"),
          word("shared-key", "one key for many callers"),
          word("api-key", "a key for each caller"),
          word("account", "a log-in with a password or the like"),
          word("multi-factor", "a log-in with a second factor"),
          word("workload-identity", "mutual TLS or signed short-lived tokens"));

  static final KeyType ORIGIN_OF_SOFTWARE =
      oneOf(
          word("own", "built here"),
          word("vendor", "from a supplier under contract"),
          word("open-source", "from a maintained public project"),
          word("community", "from a public registry; nobody vouches for the publisher"));

  static final KeyType DEPENDENCIES =
      anyOf(
          word("pinned", "exact versions with hashes"),
          word("floating", "versions may change by themselves"),
          word("public-registry", "fetched from a public package registry"),
          word("mirrored", "fetched from an own mirror that admits packages"));
}
