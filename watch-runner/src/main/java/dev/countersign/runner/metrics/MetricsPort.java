package dev.countersign.runner.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.runner.run.Progress;
import dev.countersign.runner.run.Watcher;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.event.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port of this machine alone (127.0.0.1) with {@code /metrics} in Prometheus's text format and
 * {@code /health/live}.
 */
public final class MetricsPort implements Watcher, AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Clock clock;
  private final Map<String, Long> byDetector = new TreeMap<>();
  private Progress last = new Progress(0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, "");

  private MetricsPort(HttpServer server, Collection<String> detectors, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.threads =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("metrics").factory());
    detectors.forEach(id -> byDetector.put(id, 0L));
  }

  /**
   * Opens it.
   *
   * @param port 0 for any that is free
   * @param detectors their ids
   * @throws IOException if it is taken
   */
  public static MetricsPort open(int port, Collection<String> detectors) throws IOException {
    return open(port, detectors, Clock.systemUTC());
  }

  static MetricsPort open(int port, Collection<String> detectors, Clock clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    MetricsPort metrics = new MetricsPort(server, detectors, clock);
    server.setExecutor(metrics.threads);
    server.createContext("/", metrics::answer);
    server.start();
    return metrics;
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public synchronized void batch(List<Event> events, List<Alert> alerts, Progress progress) {
    alerts.forEach(alert -> byDetector.computeIfPresent(alert.detector(), (id, n) -> n + 1));
    last = progress;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(NOT_ALLOWED, -1);
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/metrics" -> send(exchange, "text/plain; version=0.0.4; charset=utf-8", text());
        case "/health/live" -> send(exchange, "application/json", "{\"live\":true}");
        default -> exchange.sendResponseHeaders(NOT_FOUND, -1);
      }
    }
  }

  private synchronized String text() {
    return MetricsText.of(last, byDetector, clock.millis());
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(OK, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
