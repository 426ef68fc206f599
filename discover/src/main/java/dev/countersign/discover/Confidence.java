package dev.countersign.discover;

/** How sure a finding is. */
public enum Confidence {
  /** The file says so: a manifest names it, its bytes show it. */
  CERTAIN,
  /** The text reads so: a call, a name in quotes. */
  LIKELY
}
