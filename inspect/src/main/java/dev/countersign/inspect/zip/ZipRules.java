package dev.countersign.inspect.zip;

import dev.countersign.inspect.Rule;

/** What can be found in a zip. */
final class ZipRules {
  static final Rule UNREADABLE =
      Rule.error(
          "zip-member-unreadable",
          "A member cannot be read here.",
          "A loader may fail on it, or read it in another way than this inspection did.",
          "Make the archive anew from what belongs into it.");

  private ZipRules() {}
}
