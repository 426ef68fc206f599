package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Open Inference Protocol over gRPC: the same gates as over REST, and messages as they came.
 */
class GrpcTest {
  private static final String GOOD =
      "model_name: 'fraud' inputs { name: 'x' datatype: 'FP32' shape: [2, 2] contents {"
          + " fp32_contents: [1, 2, 3, 4] } }";
  private static final String ANSWER =
      "model_name: 'fraud' outputs { name: 'y' datatype: 'FP64' shape: [1] contents {"
          + " fp64_contents: [0.25] } }";

  @TempDir private static Path folder;
  private static FakeUpstream rest;
  private static FakeGrpcUpstream upstream;
  private static Started started;
  private static GrpcClient client;

  @BeforeAll
  static void start() throws Exception {
    rest = new FakeUpstream();
    upstream = new FakeGrpcUpstream();
    started =
        Started.with(
            folder,
            Started.oip(
                rest,
                "    grpc: " + upstream.address() + "\n    serves: [fraud]\n" + Started.ALL_GATES),
            "listen: { port: 0, grpc-port: 0 }\n");
    client = new GrpcClient(started.gateway.grpcPort().orElseThrow());
  }

  @BeforeEach
  void forget() {
    upstream.asked.clear();
    upstream.answers(ANSWER);
  }

  @AfterAll
  static void stop() {
    client.close();
    started.close();
    upstream.close();
    rest.close();
  }

  @Test
  void whatNothingSpeaksAgainstPassesByteForByte() {
    assertThat(client.infer(GOOD)).isEqualTo(Oip.response(ANSWER));
    assertThat(upstream.asked).hasSize(1);
    assertThat(upstream.asked.getFirst().method()).isEqualTo(GrpcClient.INFER);
    assertThat(upstream.asked.getFirst().message()).isEqualTo(Oip.request(GOOD));
  }

  @Test
  void rawContentsAreReadAsTypedOnesAre() {
    String raw =
        "model_name: 'fraud' inputs { name: 'x' datatype: 'FP32' shape: [1, 2] }"
            + " raw_input_contents: ";
    assertThat(client.infer(raw + Oip.raw(1, 2))).isEqualTo(Oip.response(ANSWER));
    assertThat(client.refused(raw + Oip.raw(1, 200)).getStatus().getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(upstream.asked).hasSize(1);
  }

  @Test
  void oneRejectedRowRejectsAllAndTellsNothing() {
    StatusRuntimeException refused = client.refused(GOOD.replace("4]", "400]"));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(refused.getStatus().getDescription()).isEqualTo("The input was rejected by policy.");
    assertThat(text(trailers(refused), "x-error-code")).isEqualTo("input_rejected");
    assertThat(text(trailers(refused), "x-request-id")).isNotEmpty();
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void textsAreReadByThePromptGate() {
    String text =
        "model_name: 'fraud' inputs { name: 'x' datatype: 'BYTES' shape: [1] contents {"
            + " bytes_contents: '%s' } }";
    assertThat(client.refused(text.formatted("forbidden")).getStatus().getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(client.infer(text.formatted("welcome"))).isEqualTo(Oip.response(ANSWER));
    String raw =
        "model_name: 'fraud' inputs { name: 'x' datatype: 'BYTES' shape: [1] }"
            + " raw_input_contents: '\\t\\000\\000\\000forbidden'";
    assertThat(client.refused(raw).getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void aGateThatFailsRejectsWhereItFailsClosed() {
    String boom =
        "model_name: 'fraud' inputs { name: 'x' datatype: 'BYTES' shape: [1] contents {"
            + " bytes_contents: 'boom' } }";
    assertThat(client.refused(boom).getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void anOutputOutOfRangeIsWithheldTypedAndRaw() {
    upstream.answers(ANSWER.replace("0.25", "1e6"));
    assertThat(client.refused(GOOD).getStatus().getDescription())
        .isEqualTo("The answer was withheld by policy.");
    upstream.answers(
        "outputs { name: 'y' datatype: 'FP32' shape: [1] } raw_output_contents: " + Oip.raw(1e6f));
    assertThat(client.refused(GOOD).getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void anAnswerThatTheGateCannotReadIsWithheld() {
    upstream.behaviour = message -> new byte[] {(byte) 0xff};
    assertThat(client.refused(GOOD).getStatus().getDescription())
        .isEqualTo("The model's answer could not be checked.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Neither a name nor a type that there is.
        "inputs { datatype: 'FP32' shape: [1] contents { fp32_contents: [1] } }",
        "inputs { name: 'x' datatype: 'FP1' shape: [1] contents { fp32_contents: [1] } }",
        // Other lengths than the shape says.
        "inputs { name: 'x' datatype: 'FP32' shape: [3] contents { fp32_contents: [1, 2] } }",
        "inputs { name: 'x' datatype: 'FP32' shape: [-1] contents { fp32_contents: [1] } }",
        "inputs { name: 'x' datatype: 'FP32' shape: [2147483647, 2147483647, 8] }",
        "inputs { name: 'x' datatype: 'FP32' shape: [2] } raw_input_contents: '1234'",
        "inputs { name: 'x' datatype: 'FP32' shape: [1] } raw_input_contents: '12345'",
        "inputs { name: 'x' datatype: 'BYTES' shape: [1] } raw_input_contents: '\\377\\377\\377\\377a'",
        "inputs { name: 'x' datatype: 'BYTES' shape: [1] } raw_input_contents: '\\001\\000\\000'",
        // Read in two ways.
        "inputs { name: 'x' datatype: 'FP32' shape: [1] contents { fp32_contents: [1] } } raw_input_contents: '1234'",
        "inputs { name: 'x' datatype: 'FP32' shape: [1] contents { fp32_contents: [1] int_contents: [2] } }",
        "inputs { name: 'x' datatype: 'FP32' shape: [1] contents { fp64_contents: [1] } }",
        "inputs { name: 'x' datatype: 'FP32' shape: [1] } raw_input_contents: '1234' raw_input_contents: '1234'",
        "inputs { name: 'x' datatype: 'FP32' shape: [1] contents { fp32_contents: [1] } } inputs { name: 'x' datatype: 'FP32' shape: [1] contents { fp32_contents: [1] } }",
        // Values that servers cut off.
        "inputs { name: 'x' datatype: 'INT8' shape: [1] contents { int_contents: [300] } }",
        "inputs { name: 'x' datatype: 'UINT16' shape: [1] contents { uint_contents: [65536] } }",
        "inputs { name: 'x' datatype: 'BOOL' shape: [1] } raw_input_contents: '\\002'",
        "inputs { name: 'x' datatype: 'BYTES' shape: [1] contents { bytes_contents: '\\377' } }",
        // Where no gate looks.
        "inputs { name: 'x' datatype: 'FP32' shape: [1] contents { fp32_contents: [1] } parameters { key: 'shared_memory_region' value { string_param: 'r' } } }",
        "inputs { name: 'x' datatype: 'FP32' shape: [1] contents { fp32_contents: [1] } } outputs { name: 'y' parameters { key: 'shared_memory_region' value { string_param: 'r' } } }",
      })
  void tensorsThatTheGateCannotReadInOneWayAreRefused(String inputs) {
    StatusRuntimeException refused = client.refused("model_name: 'fraud' " + inputs);
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void aModelThatNobodyServesIsNotFound() {
    assertThat(client.refused(GOOD.replace("fraud", "other")).getStatus().getCode())
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void metadataAndReadinessGoThrough() throws Exception {
    byte[] named = Oip.bytes("Named", "name: 'fraud' version: '3'");
    upstream.behaviour = message -> message;
    assertThat(client.call(FakeGrpcUpstream.SERVICE + "ModelMetadata", named)).isEqualTo(named);
    assertThat(yes("ModelReady", named)).isTrue();
    assertThat(yes("ServerLive", new byte[0])).isTrue();
    assertThat(yes("ServerReady", new byte[0])).isTrue();
    client.call(FakeGrpcUpstream.SERVICE + "ServerMetadata", new byte[0]);
    assertThat(upstream.asked)
        .extracting(FakeGrpcUpstream.Asked::method)
        .containsExactly(
            FakeGrpcUpstream.SERVICE + "ModelMetadata",
            FakeGrpcUpstream.SERVICE + "ModelReady",
            FakeGrpcUpstream.SERVICE + "ServerReady",
            FakeGrpcUpstream.SERVICE + "ServerMetadata");
  }

  private static boolean yes(String method, byte[] message) throws Exception {
    byte[] answer = client.call(FakeGrpcUpstream.SERVICE + method, message);
    return Oip.parse("Said", answer).toString().equals("yes: true\n");
  }

  @Test
  void theStandardServiceTellsTheHealth() throws Exception {
    String check = "grpc.health.v1.Health/Check";
    byte[] all = client.call(check, new byte[0]);
    assertThat(Oip.parse("Counted", all).toString()).isEqualTo("number: 1\n");
    byte[] one = client.call(check, Oip.bytes("Named", "name: 'inference.GRPCInferenceService'"));
    assertThat(one).isEqualTo(all);
    assertThat(client.refused(check, Oip.bytes("Named", "name: 'x'")).getStatus().getCode())
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inference.GRPCInferenceService/ModelStreamInfer",
        "inference.GRPCInferenceService/RepositoryModelLoad",
        "inference.GRPCInferenceService/SystemSharedMemoryRegister",
        "inference.GRPCInferenceService/modelinfer",
        "Other/ModelInfer",
      })
  void methodsThatAreNotServedAreUnimplemented(String method) {
    assertThat(client.refused(method, Oip.request(GOOD)).getStatus().getCode())
        .isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void errorsOfTheServerArePassedOn() {
    upstream.fails(Status.FAILED_PRECONDITION.withDescription("no such version"));
    Status status = client.refused(GOOD).getStatus();
    assertThat(status.getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(status.getDescription()).isEqualTo("no such version");
    upstream.fails(Status.INTERNAL.withDescription("x".repeat(5000)));
    assertThat(client.refused(GOOD).getStatus().getDescription()).hasSize(1024);
  }

  @Test
  void metadataGoOnButForThoseOfTheConnection() {
    Metadata sent = new Metadata();
    sent.put(key("authorization"), "Bearer t");
    sent.put(key("x-request-id"), "abc-1");
    sent.put(key("grpc-other"), "x");
    io.grpc.stub.ClientCalls.blockingUnaryCall(
        io.grpc.ClientInterceptors.intercept(
            client.channel, io.grpc.stub.MetadataUtils.newAttachHeadersInterceptor(sent)),
        FakeGrpcUpstream.method(GrpcClient.INFER),
        io.grpc.CallOptions.DEFAULT,
        Oip.request(GOOD));
    Metadata came = upstream.asked.getFirst().metadata();
    assertThat(came.get(key("authorization"))).isEqualTo("Bearer t");
    assertThat(came.get(key("x-request-id"))).isEqualTo("abc-1");
    assertThat(came.containsKey(key("grpc-other"))).isFalse();
    Metadata back = Objects.requireNonNull(client.headers.get());
    assertThat(text(back, "x-served-by")).isEqualTo("fake");
    assertThat(text(back, "x-request-id")).isEqualTo("abc-1");
  }

  @Test
  void decisionsAreCounted() throws Exception {
    client.refused(GOOD.replace("4]", "400]"));
    assertThat(started.admin("GET", "/metrics").body())
        .contains("operation=\"infer\",outcome=\"rejected\",status=\"4xx\"")
        .contains("gate=\"input-gate\",decision=\"reject\"");
  }

  private static Metadata trailers(StatusRuntimeException refused) {
    return Objects.requireNonNull(refused.getTrailers());
  }

  private static String text(Metadata metadata, String name) {
    return Objects.requireNonNullElse(metadata.get(key(name)), "");
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
