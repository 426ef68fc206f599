package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.gateway.config.Unusable;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** gRPC when things go wrong, or on: servers that fail, clients that go, reloads, a stop. */
class GrpcOperationsTest {
  private static final String ASK =
      "model_name: 'fraud' inputs { name: 'x' datatype: 'FP32' shape: [1] contents {"
          + " fp32_contents: [7.125] } }";
  private static final String ANSWER =
      "outputs { name: 'y' datatype: 'FP64' shape: [1] contents { fp64_contents: [0.123456] } }";

  @TempDir Path folder;
  private FakeUpstream rest;
  private FakeGrpcUpstream upstream;

  @BeforeEach
  void start() throws Exception {
    rest = new FakeUpstream();
    upstream = new FakeGrpcUpstream();
    upstream.answers(ANSWER);
  }

  @AfterEach
  void stop() {
    upstream.close();
    rest.close();
  }

  private Started with(String more, String top) throws Exception {
    return Started.with(folder, oip(more), "listen: { port: 0, grpc-port: 0 }\n" + top);
  }

  private String oip(String more) {
    return Started.oip(rest, "    grpc: " + upstream.address() + "\n" + more);
  }

  private static GrpcClient client(Started started) {
    return new GrpcClient(started.gateway.grpcPort().orElseThrow());
  }

  @Test
  void aServerThatIsGoneIsUnavailableAndFoundAgainAtOnceWhenItIsBack() throws Exception {
    try (Started started = with("", "");
        GrpcClient client = client(started)) {
      int port = Integer.parseInt(upstream.address().replaceAll(".*:", ""));
      upstream.close();
      Status status = client.refused(ASK).getStatus();
      assertThat(status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(status.getDescription()).isEqualTo("The model cannot be reached.");
      client.refused(ASK);
      upstream =
          new FakeGrpcUpstream(
              NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port)));
      upstream.answers(ANSWER);
      assertThat(client.infer(ASK)).isEqualTo(Oip.response(ANSWER));
    }
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsWaitedForNoLonger() throws Exception {
    upstream.behaviour = message -> null;
    try (Started started = with("    timeout: 200 ms\n", "");
        GrpcClient client = client(started)) {
      Status status = client.refused(ASK).getStatus();
      assertThat(status.getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      assertThat(status.getDescription()).isEqualTo("The model did not answer in time.");
      assertThat(upstream.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theClientsDeadlineIsTheServersToo() throws Exception {
    upstream.behaviour = message -> null;
    try (Started started = with("", "");
        GrpcClient client = client(started)) {
      assertThatThrownBy(() ->
              client.call(
                  GrpcClient.INFER,
                  Oip.request(ASK),
                  CallOptions.DEFAULT.withDeadlineAfter(300, TimeUnit.MILLISECONDS)))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              late ->
                  assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
      assertThat(upstream.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aCallThatTheClientCancelsIsCancelledAtTheServer() throws Exception {
    upstream.behaviour = message -> null;
    try (Started started = with("", "");
        GrpcClient client = client(started)) {
      ClientCall<byte[], byte[]> call =
          client.channel.newCall(FakeGrpcUpstream.method(GrpcClient.INFER), CallOptions.DEFAULT);
      call.start(new ClientCall.Listener<>() {}, new Metadata());
      call.sendMessage(Oip.request(ASK));
      call.halfClose();
      while (upstream.asked.isEmpty()) {
        Thread.sleep(5);
      }
      call.cancel("enough", null);
      assertThat(upstream.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(metricsWith(started, "outcome=\"client-gone\"")).isTrue();
    }
  }

  private static boolean metricsWith(Started started, String text) throws Exception {
    for (int i = 0; i < 100; i++) {
      if (started.admin("GET", "/metrics").body().contains(text)) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  @Test
  void anAnswerThatCannotBeReadPassesWhereItFailsOpen() throws Exception {
    upstream.behaviour = message -> new byte[] {(byte) 0xff};
    String open =
        "    fail: open\n    model: { path: model.bin }\n    gates: { output: { policy: output-gate.json } }\n";
    try (Started started = with(open, "");
        GrpcClient client = client(started)) {
      assertThat(client.infer(ASK)).containsExactly(0xff);
      assertThat(started.admin("GET", "/metrics").body())
          .contains("gate=\"output-gate\",decision=\"flag\"");
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsNotPassedOn() throws Exception {
    upstream.behaviour = message -> new byte[100_000];
    try (Started started = with("", "limits: { answer: 64 KiB }\n");
        GrpcClient client = client(started)) {
      assertThat(client.refused(ASK).getStatus().getCode())
          .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }
  }

  @Test
  void aServerThatSpeaksGrpcOnlyIsNotAskedByHttp() throws Exception {
    String only = "  scorer: { protocol: oip-v2, grpc: '%s' }\n".formatted(upstream.address());
    try (Started started = Started.with(folder, only, "listen: { port: 0, grpc-port: 0 }\n");
        GrpcClient client = client(started)) {
      assertThat(client.infer(ASK)).isEqualTo(Oip.response(ANSWER));
      assertThat(started.post("/v2/models/fraud/infer", "{}").statusCode()).isEqualTo(404);
      assertThat(started.get("/v2/health/ready").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aModelThatIsNotVerifiedIsNotServed() throws Exception {
    String other = "    model: { path: model.bin, sha256: %s }\n".formatted("0".repeat(64));
    try (Started started = with(other, "");
        GrpcClient client = client(started)) {
      assertThat(client.refused(ASK).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      byte[] health = client.call("grpc.health.v1.Health/Check", new byte[0]);
      assertThat(Oip.parse("Counted", health).toString()).isEqualTo("number: 2\n");
      byte[] ready =
          client.call(FakeGrpcUpstream.SERVICE + "ModelReady", Oip.bytes("Named", "name: 'fraud'"));
      assertThat(ready).isEmpty();
      assertThat(client.call(FakeGrpcUpstream.SERVICE + "ServerReady", new byte[0])).isEmpty();
      assertThat(upstream.asked).isEmpty();
    }
  }

  @Test
  void moreCallsAtOnceThanThereMayBeAreUnavailable() throws Exception {
    upstream.behaviour =
        message -> {
          Thread.sleep(500);
          return Oip.response(ANSWER);
        };
    try (Started started = with("", "limits: { requests: 1 }\n");
        GrpcClient client = client(started);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> first = threads.submit(() -> client.infer(ASK));
      while (upstream.asked.isEmpty()) {
        Thread.sleep(5);
      }
      assertThat(client.refused(ASK).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(first.get()).isNotEmpty();
    }
  }

  @Test
  void aReloadLosesNoCall() throws Exception {
    try (Started started = with("", "");
        GrpcClient client = client(started);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicBoolean stop = new AtomicBoolean();
      List<Future<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        clients.add(
            threads.submit(() -> {
              int answered = 0;
              while (!stop.get()) {
                client.infer(ASK);
                answered++;
              }
              return answered;
            }));
      }
      for (int i = 0; i < 20; i++) {
        Files.writeString(
            started.file,
            Started.config(
                oip(i % 2 == 0 ? Started.ALL_GATES : ""), "listen: { port: 0, grpc-port: 0 }\n"));
        assertThat(started.admin("POST", "/admin/reload").statusCode()).isEqualTo(200);
      }
      stop.set(true);
      for (Future<Integer> one : clients) {
        assertThat(one.get()).isPositive();
      }
    }
  }

  @Test
  void whatIsWorkedOnIsFinishedBeforeItStops() throws Exception {
    upstream.behaviour =
        message -> {
          Thread.sleep(400);
          return Oip.response(ANSWER);
        };
    try (Started started = with("", "");
        GrpcClient client = client(started);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> asked = threads.submit(() -> client.infer(ASK));
      while (upstream.asked.isEmpty()) {
        Thread.sleep(5);
      }
      started.gateway.close();
      assertThat(asked.get()).isEqualTo(Oip.response(ANSWER));
    }
  }

  @Test
  void theLogHasTheSameForm() throws Exception {
    try (Started started = with(Started.ALL_GATES, "log: { file: log.jsonl, content: full }\n");
        GrpcClient client = client(started)) {
      client.infer(ASK);
      client.refused(ASK.replace("7.125", "700"));
    }
    List<String> lines = Files.readAllLines(folder.resolve("log.jsonl"));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("../docs/schema/inference-log-1.schema.json")));
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
    assertThat(lines.getFirst())
        .contains("\"protocol\":\"oip-v2\",\"operation\":\"infer\",\"status\":200")
        .contains("\"base64\":")
        .contains("\"y\":[0.1235]");
    assertThat(lines.getLast()).contains("\"status\":422,\"outcome\":\"rejected\"");
  }

  @Test
  void gatesSayThatTheyRun() throws Exception {
    String beats = "heartbeats: { folder: beats, key: guard.key.pem, interval: 1 s }\n";
    try (Started started = with(Started.ALL_GATES, beats);
        GrpcClient client = client(started)) {
      client.refused(ASK.replace("7.125", "700"));
      Path beat = folder.resolve("beats/scorer.input-gate.heartbeat.json");
      assertThat(beatWith(beat, "\"reject\":1")).isTrue();
    }
  }

  private static boolean beatWith(Path beat, String text) throws Exception {
    for (int i = 0; i < 100; i++) {
      if (Files.exists(beat) && payload(beat).replace(" ", "").contains(text)) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  private static String payload(Path beat) throws IOException {
    String json = Files.readString(beat);
    int at = json.indexOf("\"payload\"");
    int from = json.indexOf('"', at + "\"payload\"".length()) + 1;
    return new String(
        java.util.Base64.getDecoder().decode(json.substring(from, json.indexOf('"', from))),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (Started started = with("", "")) {
      String taken =
          "listen: { port: 0, grpc-port: %d }\n"
              .formatted(started.gateway.grpcPort().orElseThrow());
      assertThatThrownBy(() -> Started.with(folder, oip(""), taken))
          .isInstanceOf(Unusable.class)
          .hasMessageContaining("The port listen.grpc-port cannot be used");
    }
  }
}
