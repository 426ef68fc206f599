package dev.countersign.report.sarif;

import java.util.Locale;

/** How much a result matters. */
enum Level {
  ERROR,
  WARNING,
  NOTE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
