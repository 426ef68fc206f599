package dev.countersign.runner.summary;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.event.Event;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a summary shows, bounded whatever the log holds. */
final class Collected {
  private static final int MOST_MODELS = 8;
  private static final int MOST_INCIDENTS = 1000;

  /** The most severe first, then the latest. */
  static final Comparator<Alert> WORST_FIRST =
      Comparator.comparing(Alert::severity, Comparator.reverseOrder())
          .thenComparing(Alert::time, Comparator.reverseOrder())
          .thenComparing(Alert::id);

  private final TimeLine time = new TimeLine(this::move);
  private final long[] events = new long[TimeLine.MOST];
  private final Map<String, Scores> scores = new LinkedHashMap<>();
  private final SortedMap<String, Map<Severity, Long>> byDetector = new TreeMap<>();
  private final Map<String, Alert> incidents = new HashMap<>();
  private long left;

  void take(Event event) {
    int part = time.part(event.time());
    events[part]++;
    if (event.rows().outputWidth() > 0) {
      Scores of = scores.get(event.model());
      if (of == null && scores.size() < MOST_MODELS) {
        of = new Scores();
        scores.put(event.model(), of);
      }
      if (of != null) {
        of.take(part, event.rows());
      }
    }
  }

  private void move(int from, int into) {
    if (from != into) {
      events[into] += events[from];
      events[from] = 0;
    }
    scores.values().forEach(one -> one.move(from, into));
  }

  void take(Alert alert) {
    byDetector
        .computeIfAbsent(alert.detector(), id -> new EnumMap<>(Severity.class))
        .merge(alert.severity(), 1L, Long::sum);
    incidents.put(alert.id(), alert);
    if (incidents.size() > MOST_INCIDENTS) {
      incidents.remove(incidents.values().stream().max(WORST_FIRST).orElseThrow().id());
      left++;
    }
  }

  TimeLine time() {
    return time;
  }

  long events(int part) {
    return events[part];
  }

  /** By model, in the order in which they came; the first eight. */
  Map<String, Scores> scores() {
    return scores;
  }

  /** How many alerts each detector raised. */
  SortedMap<String, Map<Severity, Long>> byDetector() {
    return byDetector;
  }

  /** The last alert of each incident, the most severe first. */
  List<Alert> incidents() {
    return incidents.values().stream().sorted(WORST_FIRST).toList();
  }

  /** How many incidents were left out to make room for more severe ones. */
  long left() {
    return left;
  }
}
