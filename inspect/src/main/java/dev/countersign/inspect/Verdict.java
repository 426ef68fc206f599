package dev.countersign.inspect;

import java.util.Locale;

/** What an inspection says of an artefact, from the best to the worst. */
public enum Verdict {
  /**
   * Everything in it was looked at, and nothing that it does when loaded is known or unknown code.
   */
  CLEAN,
  /** It could not be read to its end, so nothing is said of what was not read. */
  ERROR,
  /** It does something when loaded that nobody listed as safe, or is built to mislead a reader. */
  SUSPICIOUS,
  /**
   * It does something when loaded that no model needs: run commands, code, or reach other files.
   */
  MALICIOUS;

  /** The worse of the two. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The word in output. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
