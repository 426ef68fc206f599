package dev.countersign.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.gateway.config.LogConfig;
import dev.countersign.gateway.log.InferenceEvent.Tokens;
import dev.countersign.gateway.wire.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of a line, to the letter: what reads the log relies on it. */
class InferenceEventTest {
  private static final Path SCHEMA = Path.of("../docs/schema/inference-log-1.schema.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private InferenceEvent event(Inference inference, List<String> tools) {
    return new InferenceEvent(
        Instant.parse("2026-11-27T16:55:03.164Z"),
        "1318735e1f906381",
        "card-fraud",
        "scorer",
        "fraud",
        Optional.of("ada"),
        Optional.of("a session"),
        "oip-v2",
        "infer",
        200,
        "served",
        1_500_000,
        Optional.empty(),
        Optional.empty(),
        inference,
        new Tokens(OptionalLong.empty(), OptionalLong.of(3)),
        tools,
        List.of(),
        Optional.empty());
  }

  private String line(InferenceEvent event, boolean features) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef");
    LogConfig config =
        new LogConfig(
            Optional.empty(),
            true,
            LogConfig.Content.NONE,
            features,
            1,
            1,
            Optional.empty(),
            Optional.of(key));
    return event.json(config, KeyedHash.of(config)).toString();
  }

  private static List<JsonNode> cells(String json) {
    return List.copyOf(JSON.readTree(json).valueStream().toList());
  }

  private static void requireSchema(String line) throws Exception {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
  }

  @Test
  void aLineWithFeatures() throws Exception {
    Tensor tensor =
        new Tensor(
            "x", List.of(2L, 3L), "FP32", cells("[1.50000049, true, \"sales\", 2.25, 0, null]"));
    Inference inference =
        new Inference(
            Rows.of(List.of(Optional.of(tensor))),
            Optional.of(Map.of("label", cells("[\"fraud\", 1, 0.123456, false, null]"))));

    String line = line(event(inference, List.of("look", "pay")), true);

    assertThat(line)
        .isEqualTo(
            "{\"v\":1,\"time\":\"2026-11-27T16:55:03.164Z\",\"id\":\"1318735e1f906381\","
                + "\"system\":\"card-fraud\",\"upstream\":\"scorer\",\"model\":\"fraud\","
                + "\"client\":\"83eeb38e004a295359bde4b0760bb271\","
                + "\"session\":\"3f070ede820d29923e5d92982788e0c8\","
                + "\"protocol\":\"oip-v2\",\"operation\":\"infer\",\"status\":200,"
                + "\"outcome\":\"served\",\"ms\":1.5,"
                + "\"rows\":2,\"features\":[[1.5,1,7436636],[2.25,0,null]],"
                + "\"result\":{\"label\":[10022366,1,0.1235,false,null]},"
                + "\"tokens_out\":3,\"tools\":[\"look\",\"pay\"]}");
    requireSchema(line);
  }

  @Test
  void withoutFeaturesAnOutputIsWhatItWas() throws Exception {
    Inference inference =
        new Inference(
            Optional.empty(), Optional.of(Map.of("y", cells("[\"fraud\", 1, null, 0.12345]"))));
    String line = line(event(inference, List.of()), false);
    assertThat(line).contains("\"result\":{\"y\":[1,0.1235]}").doesNotContain("tools");
    requireSchema(line);
  }

  @Test
  void aModelThatTalksMuchDoesNotFillTheLine() throws Exception {
    List<String> tools = Collections.nCopies(40, "t".repeat(500));
    String line = line(event(Inference.NONE, tools), false);
    assertThat(JSON.readTree(line).path("tools").size()).isEqualTo(32);
    requireSchema(line);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.0, 0",
    "123456.7, 123457",
    "1234567, 1234570",
    "0.000012345678, 1.23457E-5",
    "-98765.4321, -98765.4",
    "1e-300, 1.0E-300",
    "123456789e200, 1.23457E208",
    "999999.96, 1000000",
    "4.9e-324, 4.9E-324",
    "1e400, null",
  })
  void aFeatureHasSixDigits(String sent, String written) throws Exception {
    Tensor tensor = new Tensor("x", List.of(1L, 1L), "FP64", cells("[" + sent + "]"));
    Inference inference = new Inference(Rows.of(List.of(Optional.of(tensor))), Optional.empty());
    assertThat(line(event(inference, List.of()), true))
        .contains("\"features\":[[" + written + "]]");
  }
}
