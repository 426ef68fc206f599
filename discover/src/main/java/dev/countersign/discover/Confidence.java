package dev.countersign.discover;

import java.util.Locale;

/** How sure a finding is. */
public enum Confidence {
  /** The file says so: a manifest names it, its bytes show it. */
  CERTAIN,
  /** The text reads so: a call, a name in quotes. */
  LIKELY,
  /**
   * It may be: a name without anything around it that uses models, a file that only might be one.
   */
  POSSIBLE;

  /** The word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is at least as sure as another. */
  public boolean atLeast(Confidence other) {
    return ordinal() <= other.ordinal();
  }
}
