package dev.countersign.assess.maturity;

import java.util.List;

/**
 * What was seen when a criterion was looked at.
 *
 * @param met whether it holds
 * @param what what was seen, one sentence
 * @param next the concrete next step, one sentence; empty where it holds
 * @param add lines to add to a file, as they are written there; empty where none can be said
 */
public record Seen(boolean met, String what, String next, List<String> add) {
  public Seen {
    add = List.copyOf(add);
  }

  static Seen met(String what) {
    return new Seen(true, what, "", List.of());
  }

  static Seen missing(String what, String next, String... add) {
    return new Seen(false, what, next, List.of(add));
  }
}
