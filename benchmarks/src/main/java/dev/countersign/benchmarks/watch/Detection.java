package dev.countersign.benchmarks.watch;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.event.Event;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** After how many rows each attacker of a log was told of, by the detector that did so first. */
final class Detection {
  private record First(long queries, String by) {}

  private final Map<String, Long> asked = new HashMap<>();
  private final Map<String, First> told = new TreeMap<>();
  private final Attackers attackers;

  private Detection(Attackers attackers) {
    this.attackers = attackers;
  }

  /** Shows a log of attacks to a monitor. */
  static Detection of(LogFile log, Attackers attackers, Monitor monitor) throws IOException {
    Detection detection = new Detection(attackers);
    log.forEach(event -> detection.take(event, monitor));
    monitor.ended().forEach(detection::tell);
    return detection;
  }

  private void take(Event event, Monitor monitor) {
    long rows = Math.max(1, event.rows().count());
    asked.merge(attackers.group(event.client()), rows, Long::sum);
    monitor.take(List.of(event)).forEach(this::tell);
  }

  private void tell(Alert alert) {
    for (String client : alert.clients()) {
      String group = attackers.group(client);
      String by = alert.detector() + "/" + alert.measures().get(0).statistic();
      told.putIfAbsent(group, new First(asked.getOrDefault(group, 0L), by));
    }
  }

  /** The median number of rows to the first alert, the share that was told of, and by what. */
  String summary(Set<String> groups) {
    long[] queries =
        told.entrySet().stream()
            .filter(one -> groups.contains(one.getKey()))
            .mapToLong(one -> one.getValue().queries())
            .sorted()
            .toArray();
    if (queries.length == 0) {
      double all =
          groups.stream().mapToLong(group -> asked.getOrDefault(group, 0L)).average().orElse(0);
      return "not in %,.0f".formatted(all);
    }
    Map<String, Integer> by = new TreeMap<>();
    told.values().forEach(first -> by.merge(first.by(), 1, Integer::sum));
    String most =
        by.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    String share =
        queries.length == groups.size()
            ? ""
            : " (%d of %d)".formatted(queries.length, groups.size());
    return "%,d%s %s".formatted(median(queries, groups.size()), share, most);
  }

  /** Of all attackers, where those that were not seen count as seen last. */
  private static long median(long[] sorted, int all) {
    return sorted[Math.min(sorted.length - 1, all / 2)];
  }
}
