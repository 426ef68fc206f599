package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Open Inference Protocol: inputs are checked on their way in, numbers on their way out. */
class InferTest {
  private static final String INFER = "/v2/models/fraud/infer";

  @TempDir private static Path folder;
  private static FakeUpstream upstream;
  private static Started started;

  @BeforeAll
  static void start() throws Exception {
    upstream = new FakeUpstream();
    started = Started.with(folder, Started.oip(upstream, Started.ALL_GATES), "");
  }

  @BeforeEach
  void forget() {
    upstream.asked.clear();
    upstream.answers(200, outputs("0.25"));
  }

  @AfterAll
  static void stop() {
    started.close();
    upstream.close();
  }

  private static String inputs(String data) {
    return "{\"inputs\":[{\"name\":\"x\",\"shape\":[2,2],\"datatype\":\"FP32\",\"data\":"
        + data
        + "}]}";
  }

  private static String outputs(String value) {
    return "{\"outputs\":[{\"name\":\"y\",\"shape\":[1],\"datatype\":\"FP64\",\"data\":["
        + value
        + "]}]}";
  }

  @Test
  void whatNothingSpeaksAgainstPasses() throws Exception {
    HttpResponse<String> answer = started.post(INFER, inputs("[1,2,3,4]"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(outputs("0.25"));
    assertThat(upstream.asked).containsExactly("POST " + INFER + " " + inputs("[1,2,3,4]"));
  }

  @Test
  void oneRejectedRowRejectsAllAndTellsNothing() throws Exception {
    HttpResponse<String> answer = started.post(INFER, inputs("[[1,2],[3,400]]"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"error\":\"The input was rejected by policy.\"");
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void anOutputOutOfRangeIsWithheld() throws Exception {
    upstream.answers(200, outputs("1e6"));
    assertThat(started.post(INFER, inputs("[1,2,3,4]")).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"inputs\":{}}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[3],\"datatype\":\"FP32\",\"data\":[1,2]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[2147483647,2147483647,8],\"datatype\":\"FP32\",\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[-1],\"datatype\":\"FP32\",\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP1\",\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[{}]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"parameters\":{\"binary_data_size\":4}}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1],\"parameters\":{\"shared_memory_region\":\"r\"}}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],\"outputs\":[{\"name\":\"y\",\"parameters\":{\"shared_memory_region\":\"r\"}}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]},{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}",
      })
  void tensorsThatTheGateCannotReadAreRefused(String body) throws Exception {
    assertThat(started.post(INFER, body).statusCode()).isEqualTo(400);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void textsInTensorsAreReadByThePromptGate() throws Exception {
    String text =
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"BYTES\",\"data\":[\"%s\"]}]}";
    assertThat(started.post(INFER, text.formatted("forbidden")).statusCode()).isEqualTo(422);
    assertThat(upstream.asked).isEmpty();
    assertThat(started.post(INFER, text.formatted("welcome")).statusCode()).isEqualTo(200);
  }

  @Test
  void versionsAndMetadataGoThrough() throws Exception {
    assertThat(started.post("/v2/models/fraud/versions/3/infer", inputs("[1,2,3,4]")).statusCode())
        .isEqualTo(200);
    assertThat(started.get("/v2/models/fraud").statusCode()).isEqualTo(200);
    assertThat(started.get("/v2/models/fraud/ready").statusCode()).isEqualTo(200);
    assertThat(started.get("/v2").statusCode()).isEqualTo(200);
  }

  @Test
  void healthIsThatOfTheGatewayAndOfTheServerBehindIt() throws Exception {
    assertThat(started.get("/v2/health/live").statusCode()).isEqualTo(200);
    assertThat(started.get("/v2/health/ready").statusCode()).isEqualTo(200);
    upstream.answers(503, "{}");
    assertThat(started.get("/v2/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void loadingAndUnloadingModelsIsNotServed() throws Exception {
    assertThat(started.post("/v2/repository/models/fraud/load", "{}").statusCode()).isEqualTo(404);
    assertThat(upstream.asked).isEmpty();
  }
}
