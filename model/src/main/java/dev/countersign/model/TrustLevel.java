package dev.countersign.model;

import java.util.Locale;

/**
 * How far the organisation trusts an actor, lowest first. A threat exists where influence or
 * observation crosses from a lower level to a higher one.
 */
public enum TrustLevel {
  PUBLIC("anyone, without an account"),
  CUSTOMER("has an account that anyone may open"),
  PARTNER("bound by a contract: a supplier, a merchant, a labelling firm"),
  STAFF("employed or directed by the organisation"),
  OPERATOR("runs the system itself and may change it");

  private final String meaning;

  TrustLevel(String meaning) {
    this.meaning = meaning;
  }

  /** Who has this level, one phrase without a full stop. */
  public String meaning() {
    return meaning;
  }

  /** The word for this level in YAML, in CEL and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
