package dev.countersign.model;

import java.util.Locale;

/**
 * How far the organisation trusts an actor, lowest first. A threat exists where influence or
 * observation crosses from a lower level to a higher one.
 */
public enum TrustLevel {
  /** Anyone, without an account. */
  PUBLIC,
  /** Has an account that anyone may open. */
  CUSTOMER,
  /** Bound by a contract: a supplier, a merchant, a labelling firm. */
  PARTNER,
  /** Employed or directed by the organisation. */
  STAFF,
  /** Runs the system itself and may change it. */
  OPERATOR;

  /** The word for this level in YAML, in CEL and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
