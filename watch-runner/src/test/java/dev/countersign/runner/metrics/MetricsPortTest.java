package dev.countersign.runner.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.Alerts;
import dev.countersign.runner.run.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsPortTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(12_500), ZoneOffset.UTC);

  @Test
  void countsAreShownAsPrometheusReadsThem() throws Exception {
    try (MetricsPort metrics = MetricsPort.open(0, List.of("extraction", "drift"), CLOCK)) {
      metrics.batch(
          List.of(),
          List.of(Alerts.extraction("a"), Alerts.hostile()),
          new Progress(1000, 2000, 3, 4, 5, 6, 7, Map.of("high", 1L), 10_000, 250.5, "x"));

      HttpResponse<String> answer = ask(metrics, "GET", "/metrics");

      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      assertThat(answer.body().lines().filter(line -> !line.startsWith("#")))
          .containsExactly(
              "countersign_watch_events_total 1000",
              "countersign_watch_bytes_total 2000",
              "countersign_watch_malformed_total 3",
              "countersign_watch_duplicates_total 4",
              "countersign_watch_late_total 7",
              "countersign_watch_forgotten_clients_total 6",
              "countersign_watch_alerts_total{severity=\"low\"} 0",
              "countersign_watch_alerts_total{severity=\"medium\"} 0",
              "countersign_watch_alerts_total{severity=\"high\"} 1",
              "countersign_watch_alerts_total{severity=\"critical\"} 0",
              "countersign_watch_detector_alerts_total{detector=\"drift\"} 0",
              "countersign_watch_detector_alerts_total{detector=\"extraction\"} 1",
              "countersign_watch_clients 5",
              "countersign_watch_events_per_second 250.500",
              "countersign_watch_newest_event_timestamp_seconds 10",
              "countersign_watch_lag_seconds 2.500");
      assertThat(answer.body()).contains("# TYPE countersign_watch_alerts_total counter\n");
    }
  }

  @Test
  void nothingElseIsThere() throws Exception {
    try (MetricsPort metrics = MetricsPort.open(0, List.of(), CLOCK)) {
      assertThat(ask(metrics, "GET", "/health/live").body()).isEqualTo("{\"live\":true}");
      assertThat(ask(metrics, "GET", "/metrics/../etc").statusCode()).isEqualTo(404);
      assertThat(ask(metrics, "POST", "/metrics").statusCode()).isEqualTo(405);
      assertThat(ask(metrics, "GET", "/metrics").body()).doesNotContain("lag_seconds");
    }
  }

  private static HttpResponse<String> ask(MetricsPort metrics, String method, String path)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    }
  }
}
