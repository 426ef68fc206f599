package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inference log: what it says, and what it keeps to itself. */
class LogTest {
  private static final Path SCHEMA = Path.of("../docs/schema/inference-log-1.schema.json");
  private static final String ASK =
      "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[7.125]}]}";
  private static final String ANSWER =
      "{\"outputs\":[{\"name\":\"y\",\"shape\":[1],\"datatype\":\"FP64\",\"data\":[0.123456789]}]}";

  @TempDir Path folder;

  private List<String> lines(String how, String... bodies) throws Exception {
    try (FakeUpstream upstream = new FakeUpstream()) {
      upstream.answers(200, ANSWER);
      String log = "system: fraud\nlog: { file: log.jsonl, client-header: x-client%s }\n";
      try (Started started =
          Started.with(folder, Started.oip(upstream, Started.ALL_GATES), log.formatted(how))) {
        for (String body : bodies) {
          started.send(
              HttpRequest.newBuilder(started.uri("/v2/models/fraud/infer"))
                  .header("Content-Type", "application/json")
                  .header("X-Client", "Ada Lovelace")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
        }
      }
      return Files.readAllLines(folder.resolve("log.jsonl"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", content: hash", ", content: full"})
  void eachLineIsOfTheSchema(String how) throws Exception {
    List<String> lines = lines(how, ASK, ASK.replace("7.125", "700"), "{");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    assertThat(lines).hasSize(3);
    for (String line : lines) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
    assertThat(lines.get(0)).contains("\"outcome\":\"served\"").contains("\"y\":[0.1235]");
    assertThat(lines.get(1))
        .contains("\"outcome\":\"rejected\"")
        .contains("\"decision\":\"reject\"");
    assertThat(lines.get(2)).contains("\"outcome\":\"refused\"");
  }

  @Test
  void withoutBeingToldItKeepsNothingOfWhatWasSent() throws Exception {
    String line = lines("", ASK).getFirst();
    assertThat(line).doesNotContain("7.125").doesNotContain("\"hash\"").doesNotContain("Lovelace");
  }

  @Test
  void hashesAreTheSameForTheSameAndWithTheSameKey() throws Exception {
    Files.writeString(folder.resolve("log.key"), "0123456789abcdef");
    List<String> lines = lines(", content: hash, key: log.key", ASK, ASK, ASK + " ");
    assertThat(input(lines.get(0))).isEqualTo(input(lines.get(1)));
    assertThat(input(lines.get(0))).isNotEqualTo(input(lines.get(2)));
    assertThat(lines.getFirst()).doesNotContain("Lovelace");
  }

  private String lineOfChat(String path, String asked, FakeUpstream upstream) throws Exception {
    try (Started started =
        Started.with(
            folder, Started.openai(upstream, Started.ALL_GATES), "log: { file: log.jsonl }\n")) {
      started.post(path, asked);
    }
    return Files.readAllLines(folder.resolve("log.jsonl")).getLast();
  }

  @Test
  void theToolsThatAModelCallsAreNamed() throws Exception {
    String call = "\"function\":{\"name\":\"%s\",\"arguments\":\"{}\"}}";
    String look = "{\"index\":0,\"id\":\"1\"," + call.formatted("look");
    String transfer = "{\"index\":1,\"id\":\"2\"," + call.formatted("transfer");
    String chat = "{\"model\":\"m\",\"stream\":%s,\"messages\":[]}";
    String named = "\"tools\":[\"look\",\"transfer\"]";
    try (FakeUpstream upstream = new FakeUpstream()) {
      String both = "\"tool_calls\":[" + look + "," + transfer + "]";
      upstream.answers(200, "{\"choices\":[{\"message\":{" + both + "}}]}");
      String whole = lineOfChat("/v1/chat/completions", chat.formatted(false), upstream);
      assertThat(whole).contains(named).contains("\"outcome\":\"withheld\"");

      upstream.streams(
          "data: {\"choices\":[{\"index\":0,\"delta\":{" + both + "}}]}\n\n", "data: [DONE]\n\n");
      String streamed = lineOfChat("/v1/chat/completions", chat.formatted(true), upstream);
      assertThat(streamed).contains(named);

      String item =
          "{\"type\":\"function_call\",\"call_id\":\"1\",\"name\":\"look\",\"arguments\":\"{}\"}";
      upstream.streams(
          "data: {\"type\":\"response.output_item.done\",\"item\":" + item + "}\n\n",
          "data: {\"type\":\"response.completed\",\"response\":{\"output\":[" + item + "]}}\n\n");
      String response =
          lineOfChat(
              "/v1/responses", "{\"model\":\"m\",\"stream\":true,\"input\":\"a\"}", upstream);
      assertThat(response).contains("\"tools\":[\"look\"]");
    }
  }

  @Test
  void aLargeFileBeginsAnew() throws Exception {
    lines(", rotate: 500, keep: 1", ASK, ASK, ASK, ASK);
    assertThat(folder.resolve("log.jsonl.1")).exists();
    assertThat(folder.resolve("log.jsonl.2")).doesNotExist();
  }

  private static String input(String line) {
    int at = line.indexOf("\"input\"");
    return line.substring(at, line.indexOf('}', at));
  }
}
