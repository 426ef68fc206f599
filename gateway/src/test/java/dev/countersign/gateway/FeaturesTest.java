package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.gateway.gates.StandardGates;
import dev.countersign.guard.Gate;
import dev.countersign.guard.input.model.Calibration;
import dev.countersign.guard.input.model.Column;
import dev.countersign.guard.input.model.Combination;
import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.input.model.Mahalanobis;
import dev.countersign.guard.input.model.Neighbours;
import dev.countersign.guard.input.model.Projection;
import dev.countersign.guard.input.model.Tail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows that a predictive model is asked, in the log, for those who want them there. */
class FeaturesTest {
  private static final String SCHEMA = "../docs/schema/inference-log-1.schema.json";
  private static final String LOG = "log: { file: log.jsonl, features: values }\n";
  private static final String INFER = "/v2/models/fraud/infer";

  @TempDir Path folder;

  @BeforeEach
  void sign() throws Exception {
    Signed.into(folder);
  }

  private static String tensor(String name, String type, String shape, String data) {
    return "{\"name\":\"%s\",\"shape\":%s,\"datatype\":\"%s\",\"data\":%s}"
        .formatted(name, shape, type, data);
  }

  private static String message(String member, String... tensors) {
    return "{\"" + member + "\":[" + String.join(",", tensors) + "]}";
  }

  private static String numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** What the log says of requests to a server that has no gates. */
  private List<JsonNode> logged(String answer, String... asked) throws Exception {
    return loggedBehind("", answer, asked);
  }

  private List<JsonNode> loggedBehind(String gates, String answer, String... asked)
      throws Exception {
    try (FakeUpstream upstream = new FakeUpstream()) {
      upstream.answers(200, answer);
      try (Started started =
          Started.with(folder, Started.oip(upstream, gates), LOG, new StandardGates())) {
        for (String body : asked) {
          started.post(INFER, body);
        }
        assertThat(started.notes).isEmpty();
      }
    }
    return lines();
  }

  private List<JsonNode> lines() throws Exception {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of(SCHEMA)));
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("log.jsonl"))) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
      lines.add(JsonMapper.shared().readTree(line));
    }
    return lines;
  }

  @Test
  void rowsAreThereWhereNoGateReadsThem() throws Exception {
    JsonNode line =
        logged(
                message("outputs", tensor("y", "FP64", "[2,2]", "[0.25,0.75,0.123456,0.9]")),
                message(
                    "inputs",
                    tensor("x", "FP32", "[2,2]", "[[1.5,0],[2.25,1]]"),
                    tensor("n", "INT64", "[2]", "[3,4]")))
            .getFirst();
    assertThat(line.path("rows").asInt()).isEqualTo(2);
    assertThat(line.path("features").toString()).isEqualTo("[[1.5,0,3],[2.25,1,4]]");
    assertThat(line.path("result").toString()).isEqualTo("{\"y\":[0.25,0.75,0.1235,0.9]}");
  }

  @Test
  void ofManyRowsTheFirstAreThereAndWhatTheModelSaidOfThem() throws Exception {
    JsonNode line =
        logged(
                message(
                    "outputs",
                    tensor("y", "INT64", "[1000]", numbers(1000)),
                    tensor("scores", "FP32", "[1000,20]", numbers(20_000)),
                    tensor("summary", "FP32", "[20]", numbers(20))),
                message("inputs", tensor("x", "FP32", "[1000,2]", numbers(2000))))
            .getFirst();
    assertThat(line.path("rows").asInt()).isEqualTo(1000);
    assertThat(line.path("features").size()).isEqualTo(256);
    assertThat(line.path("features").path(255).toString()).isEqualTo("[510,511]");
    assertThat(line.path("result").path("y").size()).isEqualTo(256);
    assertThat(line.path("result").path("scores").size()).isEqualTo(4096);
    assertThat(line.path("result").path("summary").size()).isEqualTo(20);
  }

  @Test
  void onlyWholeRowsThatFitAreThere() throws Exception {
    List<JsonNode> lines =
        logged(
            message("outputs"),
            message("inputs", tensor("x", "FP32", "[10,10000]", numbers(100_000))),
            message("inputs", tensor("x", "FP32", "[1,70000]", numbers(70_000))),
            message("inputs", tensor("x", "FP32", "[0,3]", "[]")));
    assertThat(lines).extracting(line -> line.path("features").size()).containsExactly(6, 0, 0);
    assertThat(lines).extracting(line -> line.path("rows").asInt()).containsExactly(10, 1, 0);
  }

  @Test
  void aRequestThatHasNoRowsIsServedAllTheSame() throws Exception {
    List<JsonNode> lines =
        logged(
            message("outputs", tensor("y", "FP64", "[1]", "[0.5]")),
            message(
                "inputs", tensor("x", "FP32", "[2]", "[1,2]"), tensor("z", "FP32", "[1]", "[1]")),
            message("inputs", tensor("x", "FP32", "[7]", "[1]")),
            "{\"inputs\":7}");
    assertThat(lines).hasSize(3).noneMatch(line -> line.has("features") || line.has("rows"));
    assertThat(lines).allMatch(line -> line.path("status").asInt() == 200);
    assertThat(lines).allMatch(line -> line.path("result").path("y").path(0).asDouble() == 0.5);
  }

  @Test
  void equalTextsAreEqualNumbers() throws Exception {
    String asked = tensor("job", "BYTES", "[3]", "[\"sales\",\"law\",\"sales\"]");
    JsonNode line = logged(message("outputs"), message("inputs", asked)).getFirst();
    JsonNode features = line.path("features");
    assertThat(features.path(0)).isEqualTo(features.path(2)).isNotEqualTo(features.path(1));
    assertThat(features.path(0).path(0).asInt()).isBetween(0, (1 << 24) - 1);
    assertThat(line.toString()).doesNotContain("sales");
  }

  @Test
  void whatTheInputGateTakesByNameComesInTheOrderOfTheProfile() throws Exception {
    Signed.profile(folder.resolve("people.json"), Gate.INPUT, people().write());
    String gates =
        "    model: { path: model.bin }\n    gates: { input: { profile: people.json } }\n";
    List<JsonNode> lines =
        loggedBehind(
            gates,
            message("outputs"),
            message(
                "inputs",
                tensor("income", "FP32", "[2]", "[500,700]"),
                tensor("age", "FP32", "[2]", "[41,42]")),
            message("inputs", tensor("income", "FP32", "[1]", "[600]")),
            message("inputs", tensor("x", "FP32", "[1,2]", "[[40,600]]")),
            message("inputs", tensor("age", "FP32", "[1]", "[4000]")));
    assertThat(lines)
        .extracting(line -> line.path("features").toString())
        .containsExactly("[[41,500],[42,700]]", "[[null,600]]", "[[40,600]]", "[[4000,null]]");
    assertThat(lines.getLast().path("outcome").asString()).isEqualTo("rejected");
  }

  /** People around an age of 40 and an income of 600. */
  private static InputModel people() {
    Tail tail = new Tail(new float[] {0, 1, 2, 3, 4, 5});
    float[] identity = {1, 0, 0, 1};
    float[] scores = new float[99];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (i + 1) / 10f;
    }
    return new InputModel(
        new Encoding(
            List.of(
                new Column.Numeric("age", 0, 100, 40, 10, false),
                new Column.Numeric("income", 0, 2000, 600, 100, false)),
            List.of("")),
        new Projection(new float[2], identity, 2),
        new Mahalanobis(identity, new float[2], 1, 0),
        new Neighbours(new float[6], new float[3], new int[] {3}, 1),
        new Combination(tail, tail, 0.5),
        new Calibration(scores, 0, 0.01, 0.05, false));
  }

  @Test
  void overGrpcTheyAreTheSame() throws Exception {
    try (FakeUpstream rest = new FakeUpstream();
        FakeGrpcUpstream upstream = new FakeGrpcUpstream()) {
      upstream.answers(
          "outputs { name: 'y' datatype: 'FP32' shape: [2] } raw_output_contents: "
              + Oip.raw(0.5f, Float.NaN));
      String server = "    grpc: " + upstream.address() + "\n    serves: [fraud]\n";
      try (Started started =
              Started.with(
                  folder,
                  Started.oip(rest, server),
                  "listen: { port: 0, grpc-port: 0 }\n" + LOG,
                  new StandardGates());
          GrpcClient client = new GrpcClient(started.gateway.grpcPort().orElseThrow())) {
        client.infer(
            "model_name: 'fraud' inputs { name: 'x' datatype: 'FP32' shape: [2, 2] }"
                + " raw_input_contents: "
                + Oip.raw(1.1f, 2, Float.NaN, 4));
        client.infer("model_name: 'fraud' inputs { name: 'x' datatype: 'FP32' shape: [9] }");
      }
    }
    List<JsonNode> lines = lines();
    assertThat(lines.getFirst().path("features").toString()).isEqualTo("[[1.1,2],[null,4]]");
    assertThat(lines.getFirst().path("result").toString()).isEqualTo("{\"y\":[0.5,null]}");
    assertThat(lines.getLast().has("features")).isFalse();
    assertThat(lines).allMatch(line -> line.path("status").asInt() == 200);
  }
}
