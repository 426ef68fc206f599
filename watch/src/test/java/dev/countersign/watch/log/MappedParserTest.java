package dev.countersign.watch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import dev.countersign.watch.log.Mapping.Place;
import dev.countersign.watch.log.Parsed.Read;
import dev.countersign.watch.log.Parsed.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of others are read by a mapping. */
class MappedParserTest {
  private static final long NOW = Instant.parse("2026-11-28T00:00:00Z").toEpochMilli();
  private static final long THEN = Instant.parse("2026-11-27T16:55:03.164Z").toEpochMilli();

  private static Parsed parse(Mapping mapping, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new MappedParser(mapping, () -> NOW).parse(bytes, 0, bytes.length, () -> "log:0");
  }

  private static Event event(Mapping mapping, String line) {
    Parsed parsed = parse(mapping, line);
    assertThat(parsed).isInstanceOf(Read.class);
    return ((Read) parsed).event();
  }

  private static Mapping preset(String name) {
    return Presets.named(name).orElseThrow();
  }

  private static Mapping times() {
    return new Mapping(Map.of(Field.TIME, List.of(Place.of("/t"))), List.of(), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2026-11-27T16:55:03.164Z\"'",
    "1795798503.164",
    "1795798503164",
    "1795798503164999",
    "1795798503164000888",
    "'\"1795798503164\"'"
  })
  void timesAreToldByTheirSize(String time) {
    assertThat(event(times(), "{\"t\":" + time + "}").time()).isEqualTo(THEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"t\":\"yesterday\"}|TIME",
        "{\"t\":-5}|TIME",
        "{\"t\":9e99}|CLOCK",
        "{\"t\":{}}|TIME",
        "{}|MISSING",
        "[1]|JSON",
        "{\"t\":|JSON"
      })
  void aLineWithoutATimeIsRefused(String line, Reason reason) {
    assertThat(parse(times(), line))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void aLineWithoutAnIdIsCalledByItsPlace() {
    assertThat(event(times(), "{\"t\":1795798503164}").id()).isEqualTo("log:0");
  }

  @Test
  void kservesCloudEventsAreReadAndTheirAnswersLeftOut() {
    String line =
        """
        {"specversion":"1.0","id":"36f8","source":"http://localhost/","type":"org.kubeflow.serving.inference.%s",\
        "time":"2026-11-27T16:55:03.164Z","namespace":"bank","inferenceservicename":"fraud","endpoint":"default",\
        "data":{"instances":[[1.5,2],[3,null]]}}\
        """;
    assertThat(event(preset("kserve"), line.formatted("request")))
        .isEqualTo(
            Event.at(THEN, "36f8")
                .system("bank")
                .model("fraud")
                .operation("infer")
                .rows(new Rows(2, new float[] {1.5f, 2, 3, Float.NaN}, new float[0]))
                .build());
    assertThat(parse(preset("kserve"), line.formatted("response")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER));
  }

  @Test
  void tensorsOfTheOpenInferenceProtocolBecomeRows() {
    Event event =
        event(
            preset("triton"),
            """
            {"time":1795798503.164,"id":"7","model_name":"fraud","client":"c",
             "inputs":[{"name":"a","shape":[2,2],"datatype":"FP32","data":[1,2,3,4]},
                       {"name":"b","shape":[2,1],"datatype":"BOOL","data":[true,false]}],
             "outputs":[{"name":"p","shape":[2,2],"datatype":"FP32","data":[0.1,0.9,0.8,0.2]}]}\
            """);
    assertThat(event.rows())
        .isEqualTo(
            new Rows(2, new float[] {1, 2, 1, 3, 4, 0}, new float[] {0.1f, 0.9f, 0.8f, 0.2f}));
  }

  @Test
  void litellmsPayloadIsRead() {
    Event event =
        event(
            preset("openai"),
            """
            {"id":"chatcmpl-1","call_type":"acompletion","startTime":1795798503.164,"endTime":1795798504.664,
             "model":"gpt-4o","end_user":"u7","prompt_tokens":12,"completion_tokens":3,"status":"success",
             "messages":[{"role":"system","content":"You help."},{"role":"user","content":"Hello"}],
             "response":{"choices":[{"message":{"tool_calls":[{"function":{"name":"search","arguments":"{}"}}]}}]}}\
            """);
    assertThat(event)
        .isEqualTo(
            Event.at(THEN, "chatcmpl-1")
                .model("gpt-4o")
                .client("u7")
                .operation("acompletion")
                .millis(1500)
                .tokensIn(12)
                .tokensOut(3)
                .text("Hello")
                .tools(List.of("search"))
                .build());
  }

  @ParameterizedTest
  @CsvSource({"spring-ai", "langchain4j"})
  void spansOfGenerativeModelsAreRead(String preset) {
    String span =
        """
        {"name":"chat gpt-4o","trace_id":"t","span_id":"s","start_unix_nano":"1795798503164000000",
         "end_unix_nano":"1795798503264000000","resource":{"service.name":"shop"},
         "attributes":{"gen_ai.operation.name":"%s","gen_ai.request.model":"gpt-4o","gen_ai.usage.input_tokens":9,
          "gen_ai.usage.output_tokens":4,"enduser.id":"u",
          "gen_ai.input.messages":"[{\\"role\\":\\"user\\",\\"content\\":\\"Hello\\"}]"}}\
        """;
    Event event = event(preset(preset), span.formatted("chat"));
    assertThat(event.client()).isEqualTo("u");
    assertThat(event.text()).isEqualTo("Hello");
    assertThat(event.millis()).isEqualTo(100);
    assertThat(event.tokensOut()).isEqualTo(4);
    assertThat(parse(preset(preset), span.formatted("framework"))).isInstanceOf(Refused.class);
  }

  @Test
  void envoysAccessLogIsRead() {
    Event event =
        event(
            preset("envoy"),
            """
            {"start_time":"2026-11-27T16:55:03.164Z","method":"POST","path":"/v2/models/fraud/infer","response_code":503,
             "bytes_received":70,"bytes_sent":19,"duration":12,"x_forwarded_for":"10.1.2.3","request_id":"r","authority":"fraud.svc"}\
            """);
    assertThat(event)
        .isEqualTo(
            Event.at(THEN, "r")
                .system("fraud.svc")
                .model("/v2/models/fraud/infer")
                .client("10.1.2.3")
                .operation("POST")
                .status(503)
                .outcome("upstream-error")
                .millis(12)
                .bytesIn(70)
                .bytesOut(19)
                .build());
  }

  @Test
  void rowsThatAreObjectsComeInTheOrderThatIsNamed() {
    Map<Field, List<Place>> fields =
        Map.of(
            Field.TIME, List.of(Place.of("/t")),
            Field.MODEL, List.of(Place.of("/m"), Place.of("=fraud")),
            Field.FEATURES, List.of(Place.of("/x")),
            Field.OUTPUTS, List.of(Place.of("/y")));
    String line = "{\"t\":1795798503164,\"x\":[{\"b\":2,\"a\":1},{\"a\":3}],\"y\":[0.5,0.75]}";
    assertThat(event(new Mapping(fields, List.of("b", "a"), Map.of()), line).rows())
        .isEqualTo(new Rows(2, new float[] {2, 1, Float.NaN, 3}, new float[] {0.5f, 0.75f}));
    assertThat(event(new Mapping(fields, List.of("a"), Map.of()), line).model()).isEqualTo("fraud");
    assertThat(parse(new Mapping(fields, List.of(), Map.of()), line))
        .as("without names of columns the rows are not of one length")
        .isInstanceOf(Refused.class);
  }

  @Test
  void aPlaceIsAPointerOrAConstant() {
    assertThat(Place.of("=x")).isEqualTo(new Place.Constant("x"));
    assertThatThrownBy(() -> Place.of("model"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"model\" is no JSON Pointer; one begins with /, as in /request/model");
  }
}
