package dev.countersign.derive;

import java.util.Locale;

/** Bands of rank, lowest first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The word in policies, JSON and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
