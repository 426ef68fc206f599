package dev.countersign.runner.run;

import java.util.Map;

/**
 * How a run ended.
 *
 * @param progress in all
 * @param malformed lines that were no events, by reason
 * @param undelivered alerts that a sink did not take; with a checkpoint the next run gives them
 *     again
 * @param unreadable parts of the log that could not be read
 * @param stopped whether it was told to stop
 */
public record Ended(
    Progress progress,
    Map<String, Long> malformed,
    long undelivered,
    long unreadable,
    boolean stopped) {
  public Ended {
    malformed = Map.copyOf(malformed);
  }
}
