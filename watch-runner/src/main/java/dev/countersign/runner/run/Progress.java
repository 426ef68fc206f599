package dev.countersign.runner.run;

import java.util.Map;

/**
 * How far a run is; counts are since its first start, over all checkpoints.
 *
 * @param events that were read
 * @param bytes that were read, as they lie in files
 * @param malformed lines that were no events
 * @param duplicates events that were left out, since their id had just been seen
 * @param clients that are remembered
 * @param forgotten clients, since there were more than may be remembered
 * @param late contributions that came too late to be put in order
 * @param alerts by severity's word
 * @param newest time of an event, in milliseconds since 1970; 0 before the first one
 * @param perSecond events in a second, of the last seconds
 * @param where it reads now, for people
 */
public record Progress(
    long events,
    long bytes,
    long malformed,
    long duplicates,
    long clients,
    long forgotten,
    long late,
    Map<String, Long> alerts,
    long newest,
    double perSecond,
    String where) {
  public Progress {
    alerts = Map.copyOf(alerts);
  }
}
