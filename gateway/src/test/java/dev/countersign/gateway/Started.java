package dev.countersign.gateway;

import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.server.TrustSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway on free ports, and a client. */
final class Started implements AutoCloseable {
  static final String ALL_GATES =
      """
          model: { path: model.bin }
          gates:
            input: { profile: input-gate.json }
            prompt: { profile: prompt-gate.json }
            output: { policy: output-gate.json }
            tool: { policy: tool-gate.json }
      """;

  final Path file;
  final Gateway gateway;
  final List<String> notes = new CopyOnWriteArrayList<>();
  final HttpClient client = HttpClient.newHttpClient();

  private Started(Path file, GateMaker gates) throws Unusable, InterruptedException {
    this.file = file;
    this.gateway = Gateway.start(file, TrustSource::key, gates, notes::add);
    for (int i = 0; i < 500 && !gateway.isReady() && notes.isEmpty(); i++) {
      Thread.sleep(10);
    }
  }

  /** With these upstreams, and more lines at the top level. */
  static Started with(Path folder, String upstreams, String top)
      throws IOException, Unusable, InterruptedException {
    Signed.into(folder);
    return with(folder, upstreams, top, new FakeGates());
  }

  /** The same, with these gates and what the test has signed itself. */
  static Started with(Path folder, String upstreams, String top, GateMaker gates)
      throws IOException, Unusable, InterruptedException {
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(file, config(upstreams, top));
    return new Started(file, gates);
  }

  static String config(String upstreams, String top) {
    String listen = top.contains("listen:") ? "" : "listen: { port: 0 }\n";
    return "countersign-gateway: 1\nadmin: { port: 0 }\ntrust: key.pub.pem\n"
        + listen
        + top
        + "upstreams:\n"
        + upstreams;
  }

  static String openai(FakeUpstream upstream, String more) {
    return "  chat:\n    protocol: openai\n    url: %s\n%s".formatted(upstream.url(), more);
  }

  static String oip(FakeUpstream upstream, String more) {
    return "  scorer:\n    protocol: oip-v2\n    url: %s\n%s".formatted(upstream.url(), more);
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> admin(String method, String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.adminPort() + path))
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + path);
  }

  @Override
  public void close() {
    client.shutdownNow();
    gateway.close();
  }
}
