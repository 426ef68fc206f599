package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.config.Unusable;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do: start, look, reload, stop. And what happens when the server behind fails. */
class OperationsTest {
  private static final String INFER = "/v2/models/fraud/infer";
  private static final String ASK =
      "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}";
  private static final String ANSWER =
      "{\"outputs\":[{\"name\":\"y\",\"shape\":[1],\"datatype\":\"FP64\",\"data\":[0.25]}]}";

  @TempDir Path folder;
  private FakeUpstream upstream;

  @BeforeEach
  void start() throws Exception {
    upstream = new FakeUpstream();
    upstream.answers(200, ANSWER);
  }

  @AfterEach
  void stop() {
    upstream.close();
  }

  private Started with(String more, String top) throws Exception {
    return Started.with(folder, Started.oip(upstream, more), top);
  }

  @Test
  void aModelThatIsNotTheOneItShouldBeIsNotServed() throws Exception {
    String other = "    model: { path: model.bin, sha256: %s }\n".formatted("0".repeat(64));
    try (Started started = with(other, "")) {
      assertThat(started.post(INFER, ASK).statusCode()).isEqualTo(503);
      assertThat(upstream.asked).isEmpty();
      HttpResponse<String> ready = started.admin("GET", "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("SHA-256");
      assertThat(started.admin("GET", "/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aProfileForAnotherModelIsNotUsed() throws Exception {
    String other =
        "    model: { sha256: %s }\n    gates: { input: { profile: input-gate.json } }\n"
            .formatted("0".repeat(64));
    try (Started started = with(other, "")) {
      assertThat(started.post(INFER, ASK).statusCode()).isEqualTo(503);
      assertThat(started.notes.getFirst()).contains("made for another model");
    }
  }

  @Test
  void aModelOfSeveralFilesIsItsProfilesOnlyWithAllOfThem() throws Exception {
    String profiled =
        "    model: { path: model }\n    gates: { input: { profile: input-gate.json } }\n";
    Path model = Files.createDirectory(folder.resolve("model"));
    Files.writeString(model.resolve("model.bin"), "a model");
    Files.writeString(model.resolve("model.sig"), "its signature is no part of it");
    try (Started started = with(profiled, "")) {
      assertThat(started.gateway.isReady()).isTrue();
      Files.writeString(model.resolve("other.bin"), "swapped in");
      assertThat(started.gateway.reload().orElse("")).contains("made for another model");
    }
  }

  @Test
  void aServerThatIsGoneIsABadGateway() throws Exception {
    try (Started started = with("", "")) {
      upstream.close();
      HttpResponse<String> answer = started.post(INFER, ASK);
      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("upstream-unreachable");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsATimeout() throws Exception {
    upstream.behaviour = exchange -> Thread.sleep(3000);
    try (Started started = with("    timeout: 200 ms\n", "")) {
      assertThat(started.post(INFER, ASK).statusCode()).isEqualTo(504);
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsNotRead() throws Exception {
    upstream.answers(200, ANSWER + " ".repeat(100_000));
    try (Started started = with("", "limits: { answer: 64 KiB }\n")) {
      HttpResponse<String> answer = started.post(INFER, ASK);
      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("answer-too-large");
    }
  }

  @Test
  void tooManyRequestsAtOnceAreTurnedAway() throws Exception {
    upstream.behaviour =
        exchange -> {
          Thread.sleep(500);
          FakeUpstream.json(exchange, 200, ANSWER);
        };
    try (Started started = with("", "limits: { requests: 2 }\n")) {
      List<Integer> statuses = all(20, () -> started.post(INFER, ASK).statusCode());
      assertThat(statuses).contains(200, 503).containsOnly(200, 503);
    }
  }

  @Test
  void openFailsOpen() throws Exception {
    String open =
        "    fail: open\n    model: { path: model.bin }\n    gates: { output: { policy: output-gate.json } }\n";
    upstream.answers(200, "no json");
    try (Started started = with(open, "")) {
      assertThat(started.post(INFER, ASK).body()).isEqualTo("no json");
      assertThat(started.admin("GET", "/metrics").body())
          .contains("gate=\"output-gate\",decision=\"flag\"");
    }
  }

  @Test
  void aReloadLosesNoRequest() throws Exception {
    try (Started started = with("", "")) {
      AtomicBoolean stop = new AtomicBoolean();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<List<Integer>>> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          clients.add(
              threads.submit(() -> {
                List<Integer> statuses = new ArrayList<>();
                while (!stop.get()) {
                  statuses.add(started.post(INFER, ASK).statusCode());
                }
                return statuses;
              }));
        }
        for (int i = 0; i < 20; i++) {
          Files.writeString(
              started.file,
              Started.config(Started.oip(upstream, i % 2 == 0 ? Started.ALL_GATES : ""), ""));
          assertThat(started.admin("POST", "/admin/reload").statusCode()).isEqualTo(200);
        }
        stop.set(true);
        for (Future<List<Integer>> client : clients) {
          assertThat(client.get()).isNotEmpty().containsOnly(200);
        }
      }
    }
  }

  @Test
  void aBadFileKeepsWhatWasAndSaysSo() throws Exception {
    try (Started started = with("", "")) {
      Files.writeString(started.file, "countersign-gateway: 1\nupstreem: {}\n");
      HttpResponse<String> answer = started.admin("POST", "/admin/reload");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("Did you mean 'upstreams'?");
      assertThat(started.post(INFER, ASK).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aChangedFileIsReloadedUnasked() throws Exception {
    try (Started started = with("", "")) {
      Files.writeString(
          started.file, Started.config(Started.oip(upstream, "    serves: [other]\n"), ""));
      for (int i = 0; i < 100 && started.notes.isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertThat(started.notes).containsExactly("Reloaded.");
      assertThat(started.post(INFER, ASK).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatIsWorkedOnIsFinishedBeforeItStops() throws Exception {
    upstream.behaviour =
        exchange -> {
          Thread.sleep(400);
          FakeUpstream.json(exchange, 200, ANSWER);
        };
    try (Started started = with("", "");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> asked = threads.submit(() -> started.post(INFER, ASK).statusCode());
      while (upstream.asked.isEmpty()) {
        Thread.sleep(5);
      }
      started.gateway.close();
      assertThat(asked.get()).isEqualTo(200);
    }
  }

  @Test
  void noPageInABrowserReloads() throws Exception {
    try (Started started = with("", "")) {
      var request =
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create(
                      "http://127.0.0.1:" + started.gateway.adminPort() + "/admin/reload"))
              .header("Origin", "http://evil.example")
              .POST(java.net.http.HttpRequest.BodyPublishers.noBody());
      assertThat(started.send(request).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void furtherPathsPassWhereTheConfigurationAllowsThem() throws Exception {
    try (Started started = with("    allow: [GET /v2/repository/*]\n", "")) {
      assertThat(started.get("/v2/repository/index").statusCode()).isEqualTo(200);
      assertThat(started.post("/v2/repository/index", "{}").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (Started started = with("", "")) {
      String taken = "listen: { port: %d }\n".formatted(started.gateway.port());
      assertThatThrownBy(() -> with("", taken))
          .isInstanceOf(Unusable.class)
          .hasMessageContaining("The port of listen cannot be used");
    }
  }

  @Test
  void gatesSayThatTheyRun() throws Exception {
    String beats = "heartbeats: { folder: beats, key: guard.key.pem, interval: 1 s }\n";
    try (Started started = with(Started.ALL_GATES, beats)) {
      started.post(INFER, ASK);
      Path beat = folder.resolve("beats/scorer.input-gate.heartbeat.json");
      for (int i = 0; i < 100 && !Files.exists(beat); i++) {
        Thread.sleep(50);
      }
      assertThat(beat).exists();
    }
  }

  private static <T> List<T> all(int times, Callable<T> task) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        futures.add(threads.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
