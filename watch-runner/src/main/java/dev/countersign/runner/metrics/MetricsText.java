package dev.countersign.runner.metrics;

import dev.countersign.runner.run.Progress;
import dev.countersign.watch.alert.Severity;
import java.util.Locale;
import java.util.Map;

/**
 * Prometheus's text format, version 0.0.4. Labels come from closed lists only, so that no client
 * can make it grow.
 */
final class MetricsText {
  private static final double MILLIS = 1000;

  private final StringBuilder out = new StringBuilder(2048);

  private MetricsText() {}

  /**
   * As text.
   *
   * @param byDetector how many alerts each detector raised
   * @param now milliseconds since 1970
   */
  static String of(Progress progress, Map<String, Long> byDetector, long now) {
    MetricsText text = new MetricsText();
    text.counter("events_total", "Events that were read.", progress.events());
    text.counter("bytes_total", "Bytes that were read, as they lie in files.", progress.bytes());
    text.counter("malformed_total", "Lines that were no events.", progress.malformed());
    text.counter("duplicates_total", "Events that came twice.", progress.duplicates());
    text.counter("late_total", "Contributions too late to be put in order.", progress.late());
    text.counter(
        "forgotten_clients_total", "Clients forgotten to make room.", progress.forgotten());
    text.head("alerts_total", "counter", "Alerts by severity, over all checkpoints.");
    for (Severity severity : Severity.values()) {
      long count = progress.alerts().getOrDefault(severity.word(), 0L);
      text.count("alerts_total{severity=\"" + severity.word() + "\"}", count);
    }
    text.head("detector_alerts_total", "counter", "Alerts by detector, since this start.");
    byDetector.forEach((detector, count) ->
        text.count("detector_alerts_total{detector=\"" + detector + "\"}", count));
    text.gauge("clients", "Clients that are remembered.", (double) progress.clients());
    text.gauge("events_per_second", "Events a second, of the last seconds.", progress.perSecond());
    if (progress.newest() > 0) {
      text.gauge(
          "newest_event_timestamp_seconds",
          "Time of the newest event.",
          progress.newest() / MILLIS);
      text.gauge(
          "lag_seconds",
          "How old the newest event is.",
          Math.max(0, now - progress.newest()) / MILLIS);
    }
    return text.out.toString();
  }

  private void counter(String name, String help, long value) {
    head(name, "counter", help);
    count(name, value);
  }

  private void count(String name, long value) {
    out.append("countersign_watch_").append(name).append(' ').append(value).append('\n');
  }

  private void gauge(String name, String help, double value) {
    head(name, "gauge", help);
    out.append("countersign_watch_").append(name).append(' ');
    out.append(
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.3f", value));
    out.append('\n');
  }

  private void head(String name, String type, String help) {
    out.append("# HELP countersign_watch_").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE countersign_watch_").append(name).append(' ').append(type).append('\n');
  }
}
