package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a collector of OpenTelemetry is told. */
class TelemetryTest {
  private static final String ASK =
      "{\"inputs\":[{\"name\":\"x\",\"shape\":[1,3],\"datatype\":\"FP32\",\"data\":[7.125,null,2]}]}";
  private static final String ANSWER =
      "{\"outputs\":[{\"name\":\"y\",\"shape\":[1],\"datatype\":\"FP64\",\"data\":[0.5]}]}";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-00";

  @TempDir Path folder;
  private final List<String> parents = new CopyOnWriteArrayList<>();

  private List<String> run(FakeCollector collector, String more, String... headers)
      throws Exception {
    try (FakeUpstream upstream = new FakeUpstream()) {
      upstream.behaviour =
          exchange -> {
            parents.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            FakeUpstream.json(exchange, 200, ANSWER);
          };
      String top = "system: fraud\ntelemetry: { endpoint: %s%s }\n";
      try (Started started =
          Started.with(
              folder,
              Started.oip(upstream, Started.ALL_GATES),
              top.formatted(collector.url(), more))) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(started.uri("/v2/models/fraud/infer"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ASK));
        started.send(headers.length == 0 ? request : request.headers(headers));
        return started.notes;
      }
    }
  }

  @Test
  void aRequestIsASpanWithOneForEachGateAndForTheModel() throws Exception {
    try (FakeCollector collector = new FakeCollector()) {
      run(collector, "");
      assertThat(collector.spans)
          .extracting(Span::getName)
          .containsExactlyInAnyOrder("oip-v2 infer", "input-gate", "upstream", "output-gate");
      Span whole = collector.span("oip-v2 infer");
      assertThat(whole.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
      assertThat(attributes(whole))
          .containsEntry("http.response.status_code", "200")
          .containsEntry("gen_ai.request.model", "fraud")
          .containsEntry("countersign.outcome", "served")
          .containsEntry("countersign.upstream", "scorer");
      Span gate = collector.span("input-gate");
      assertThat(gate.getParentSpanId()).isEqualTo(whole.getSpanId());
      assertThat(attributes(gate)).containsEntry("countersign.decision", "accept");
    }
  }

  @Test
  void theTraceOfTheClientGoesOnAndTheModelHearsOfIt() throws Exception {
    try (FakeCollector collector = new FakeCollector()) {
      run(collector, "", "traceparent", PARENT);
      assertThat(hex(collector.span("oip-v2 infer").getTraceId().toByteArray())).isEqualTo(TRACE);
      String asked = hex(collector.span("upstream").getSpanId().toByteArray());
      assertThat(parents).containsExactly("00-" + TRACE + "-" + asked + "-01");
    }
  }

  @Test
  void withoutAShareOfTracesTheClientsHeaderGoesOnAsItCame() throws Exception {
    try (FakeCollector collector = new FakeCollector()) {
      run(collector, ", traces: 0", "traceparent", PARENT);
      assertThat(collector.spans).isEmpty();
      assertThat(parents).containsExactly(PARENT);
    }
  }

  @Test
  void theLogIsSentWithNothingOfItLost() throws Exception {
    try (FakeCollector collector = new FakeCollector()) {
      run(collector, " }\nlog: { file: log.jsonl, otlp: true, features: values");
      String line = Files.readAllLines(folder.resolve("log.jsonl")).getFirst();
      LogRecord record = collector.records.getFirst();
      assertThat(record.getEventName()).isEqualTo("countersign.inference");
      assertThat(json(record.getBody())).isEqualTo(new JsonMapper().readTree(line));
      String trace = hex(record.getTraceId().toByteArray());
      assertThat(trace).isEqualTo(hex(collector.span("oip-v2 infer").getTraceId().toByteArray()));
      assertThat(line)
          .contains("\"trace_id\":\"" + trace + "\"")
          .contains("\"features\":[[7.125,null,2]]");
    }
  }

  @Test
  void theLogNeedsNoFile() throws Exception {
    try (FakeCollector collector = new FakeCollector()) {
      run(collector, " }\nlog: { otlp: true");
      assertThat(collector.records).hasSize(1);
      assertThat(folder.resolve("log.jsonl")).doesNotExist();
    }
  }

  @Test
  void theCollectorGetsItsHeaders() throws Exception {
    Files.writeString(folder.resolve("headers"), "x-token: abc\n");
    try (FakeCollector collector = new FakeCollector()) {
      run(collector, ", headers: headers");
      assertThat(collector.tokens).isNotEmpty().containsOnly("abc");
    }
  }

  @Test
  void aCollectorThatTakesNothingIsToldOfAndHoldsUpNobody() throws Exception {
    try (FakeCollector collector = new FakeCollector()) {
      collector.status = 400;
      List<String> notes = run(collector, " }\nlog: { otlp: true");
      assertThat(parents).hasSize(1);
      assertThat(notes).anyMatch(note -> note.startsWith("Telemetry: "));
    }
  }

  private static Map<String, String> attributes(Span span) {
    return span.getAttributesList().stream()
        .collect(Collectors.toMap(KeyValue::getKey, one -> json(one.getValue()).asString()));
  }

  private static JsonNode json(AnyValue value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (value.getValueCase()) {
      case KVLIST_VALUE -> {
        ObjectNode object = make.objectNode();
        value
            .getKvlistValue()
            .getValuesList()
            .forEach(one -> object.set(one.getKey(), json(one.getValue())));
        yield object;
      }
      case ARRAY_VALUE -> {
        var array = make.arrayNode();
        value.getArrayValue().getValuesList().forEach(one -> array.add(json(one)));
        yield array;
      }
      case INT_VALUE -> make.numberNode((int) value.getIntValue());
      case DOUBLE_VALUE -> make.numberNode(value.getDoubleValue());
      case VALUE_NOT_SET -> make.nullNode();
      case BOOL_VALUE -> make.booleanNode(value.getBoolValue());
      default -> make.stringNode(value.getStringValue());
    };
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
