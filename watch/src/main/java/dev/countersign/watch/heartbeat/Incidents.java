package dev.countersign.watch.heartbeat;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The incidents that heartbeats tell of: those of at least medium severity that were told of within
 * {@link #REMEMBERED} of the newest event. Those that nobody calibrated a threshold for are left
 * out. For one thread.
 */
public final class Incidents {
  /** How long an incident is told of. */
  public static final Duration REMEMBERED = Duration.ofDays(30);

  /** More than this many are not kept; the least severe and oldest go first. */
  private static final int MOST = 10_000;

  private static final Comparator<OpenIncident> WORST_FIRST =
      Comparator.comparing(OpenIncident::severity, Comparator.reverseOrder())
          .thenComparing(OpenIncident::told, Comparator.reverseOrder())
          .thenComparing(OpenIncident::id);

  private final Map<String, OpenIncident> byId = new HashMap<>();

  /** Takes note of an alert. */
  public void take(Alert alert) {
    if (alert.severity().compareTo(Severity.MEDIUM) < 0) {
      return;
    }
    if (byId.size() >= MOST && !byId.containsKey(alert.id())) {
      byId.remove(byId.values().stream().max(WORST_FIRST).orElseThrow().id());
    }
    byId.put(alert.id(), OpenIncident.of(alert));
  }

  /** Takes note of what an earlier heartbeat told of, after a restart. */
  public void take(WatchHeartbeat earlier) {
    earlier.incidents().forEach(one -> byId.putIfAbsent(one.id(), one));
  }

  /**
   * Those to tell of, the most severe first.
   *
   * @param newest time of an event
   */
  public List<OpenIncident> at(Instant newest) {
    byId.values().removeIf(one -> one.told().isBefore(newest.minus(REMEMBERED)));
    return byId.values().stream().sorted(WORST_FIRST).toList();
  }
}
