package dev.countersign.assess.maturity;

import java.util.Locale;

/**
 * How long it usually takes to meet a criterion, least first. An order of magnitude by our own
 * judgement: it sorts the way to the next level and promises nothing.
 */
public enum Work {
  MINUTES,
  HOURS,
  DAYS,
  WEEKS;

  /** The word in JSON and in sentences. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
