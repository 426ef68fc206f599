package dev.countersign.watch.heartbeat;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.watch.alert.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That a monitor runs, and what it saw, as an in-toto predicate, {@value #TYPE}; {@code
 * docs/schema/watch-heartbeat-1.schema.json} describes it. Its subjects are the baselines that the
 * monitor compares with, by the SHA-256 of their signed bytes.
 *
 * @param baselines SHA-256 of the signed payloads, in lower-case hexadecimal; at least one
 * @param since when the run started
 * @param at when this was said
 * @param newest time of an event; empty before the first one
 * @param events that were read
 * @param detectors that look, with the version of their states, by id
 * @param alerts that were raised, by severity
 * @param incidents of at least medium severity that were told of lately, the most severe first; at
 *     most {@link #MOST_INCIDENTS}
 * @param unlisted how many more of them there are
 */
public record WatchHeartbeat(
    List<String> baselines,
    Instant since,
    Instant at,
    Optional<Instant> newest,
    long events,
    SortedMap<String, Integer> detectors,
    Map<Severity, Long> alerts,
    List<OpenIncident> incidents,
    int unlisted) {
  /** The type of the predicate. */
  public static final String TYPE = "https://countersign.dev/watch-heartbeat/v1";

  /** How many incidents are listed. */
  public static final int MOST_INCIDENTS = 50;

  public WatchHeartbeat {
    baselines = List.copyOf(baselines);
    detectors = Collections.unmodifiableSortedMap(new TreeMap<>(detectors));
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, alerts.getOrDefault(severity, 0L));
    }
    alerts = Collections.unmodifiableMap(counts);
    incidents = List.copyOf(incidents);
    if (baselines.isEmpty() || incidents.size() > MOST_INCIDENTS) {
      throw new IllegalArgumentException("no baseline, or more incidents than are listed");
    }
  }

  /** As a statement that the monitor signs. */
  public Statement statement() {
    return new Statement(
        baselines.stream().map(digest -> Subject.sha256("baseline", digest)).toList(),
        TYPE,
        WatchHeartbeatJson.write(this));
  }

  /**
   * What a statement says.
   *
   * @return empty where it is no heartbeat as this version writes them
   */
  public static Optional<WatchHeartbeat> read(Statement statement) {
    return statement.predicateType().equals(TYPE)
        ? WatchHeartbeatJson.read(statement)
        : Optional.empty();
  }
}
