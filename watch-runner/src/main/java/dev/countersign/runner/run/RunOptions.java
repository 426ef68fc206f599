package dev.countersign.runner.run;

import java.time.Duration;

/**
 * How a run goes.
 *
 * @param threads that parse lines, at least 1; alerts do not depend on it
 * @param every how often a checkpoint is written; less often where writing one takes long
 * @param patience how long the end of a run waits for sinks that do not take alerts
 */
public record RunOptions(int threads, Duration every, Duration patience) {
  /** All processors, every ten seconds, half a minute. */
  public static RunOptions usual() {
    return new RunOptions(
        Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }
}
