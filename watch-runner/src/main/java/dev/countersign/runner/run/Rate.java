package dev.countersign.runner.run;

/** Events in a second, of the last few seconds. */
final class Rate {
  private static final long WINDOW = 2_000_000_000L;

  private long since;
  private long then;
  private double last;

  Rate(long nanos, long events) {
    since = nanos;
    then = events;
  }

  double at(long nanos, long events) {
    long passed = nanos - since;
    if (passed >= WINDOW || last == 0) {
      last = (events - then) * 1e9 / Math.max(1, passed);
    }
    if (passed >= WINDOW) {
      since = nanos;
      then = events;
    }
    return last;
  }
}
