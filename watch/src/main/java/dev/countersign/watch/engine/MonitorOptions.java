package dev.countersign.watch.engine;

/**
 * How a {@link Monitor} works.
 *
 * @param threads that share the work, at least 1; alerts do not depend on it
 * @param mostClients that are remembered; the one that was silent longest is forgotten first
 * @param lateness how far events of different clients may come out of order, in milliseconds, for
 *     detectors that look at all of them
 */
public record MonitorOptions(int threads, int mostClients, long lateness) {
  /** All processors, a million clients, half a minute. */
  public static MonitorOptions usual() {
    return new MonitorOptions(Runtime.getRuntime().availableProcessors(), 1_000_000, 30_000);
  }
}
