package dev.countersign.cli.command;

import java.util.Locale;

/** The formats of what an inspection found. */
enum InspectFormat {
  TEXT,
  JSON,
  SARIF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
