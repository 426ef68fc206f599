package dev.countersign.guard;

import java.util.Locale;

/** What a gate says of one input, text or call. The order is that of severity. */
public enum Decision {
  /** Nothing speaks against it. */
  ACCEPT,
  /** It goes on, and somebody should look at it. */
  FLAG,
  /** It does not go on. */
  REJECT;

  /** The word in JSON, logs and on the command line: {@code accept}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severer of two. */
  public Decision and(Decision other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
