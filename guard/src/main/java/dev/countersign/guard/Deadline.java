package dev.countersign.guard;

import java.time.Duration;

/**
 * A moment after which a gate stops looking, and decides as its {@link FailMode} says. Gates ask
 * for it as they go; they start no threads.
 */
public final class Deadline {
  private static final Deadline NONE = new Deadline(0, false);

  private final long at;
  private final boolean bounded;

  private Deadline(long at, boolean bounded) {
    this.at = at;
    this.bounded = bounded;
  }

  /** As long as it takes. */
  public static Deadline none() {
    return NONE;
  }

  /** That much from now on. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), true);
  }

  /** Whether it has passed. */
  public boolean passed() {
    return bounded && System.nanoTime() - at >= 0;
  }
}
