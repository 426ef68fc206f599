package dev.countersign.cli.discover;

import java.util.Locale;

/** Numbers with what they count. */
final class Counted {
  private Counted() {}

  static String of(int count, String word) {
    return String.format(Locale.ROOT, "%,d", count) + " " + word + (count == 1 ? "" : "s");
  }
}
