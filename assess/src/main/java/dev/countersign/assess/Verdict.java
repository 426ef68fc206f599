package dev.countersign.assess;

import java.util.Locale;

/** What the gate says. */
public enum Verdict {
  PASS,
  FAIL;

  /** The word in JSON and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
