package dev.countersign.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A collector of OpenTelemetry: keeps what it is sent, as the protocol's own classes read it. */
final class FakeCollector implements AutoCloseable {
  final List<Span> spans = new CopyOnWriteArrayList<>();
  final List<LogRecord> records = new CopyOnWriteArrayList<>();
  final List<String> tokens = new CopyOnWriteArrayList<>();
  volatile int status = 200;

  private final HttpServer server;

  FakeCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/traces", exchange -> take(exchange, this::traces));
    server.createContext("/v1/logs", exchange -> take(exchange, this::logs));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Span span(String name) {
    return spans.stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
  }

  private interface Reader {
    void read(InputStream in) throws IOException;
  }

  private void take(HttpExchange exchange, Reader reader) throws IOException {
    tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-token")));
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream in = exchange.getRequestBody()) {
      if (status == 200) {
        reader.read(zipped ? new GZIPInputStream(in) : in);
      }
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void traces(InputStream in) throws IOException {
    ExportTraceServiceRequest.parseFrom(in)
        .getResourceSpansList()
        .forEach(resource ->
            resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
  }

  private void logs(InputStream in) throws IOException {
    ExportLogsServiceRequest.parseFrom(in)
        .getResourceLogsList()
        .forEach(resource ->
            resource
                .getScopeLogsList()
                .forEach(scope -> records.addAll(scope.getLogRecordsList())));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
