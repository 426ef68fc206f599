package dev.countersign.benchmarks.fleet.attack;

/** Ends an attack in the middle of a step: it has asked as often as it may. */
final class OutOfQueries extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfQueries() {
    super("no query is left", null, false, false);
  }
}
