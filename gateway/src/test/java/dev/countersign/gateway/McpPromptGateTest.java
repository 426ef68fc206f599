package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prompt gate looks at all that a server of tools puts before a model. */
class McpPromptGateTest {
  @TempDir private Path folder;
  private FakeUpstream server;

  @SuppressWarnings("NullAway.Init") // each test starts it
  private Started started;

  private String session = "";

  @BeforeEach
  void serve() throws Exception {
    server = new FakeUpstream();
  }

  @AfterEach
  void stop() {
    started.close();
    server.close();
  }

  private void start(String fail) throws Exception {
    started =
        Started.with(
            folder,
            """
              tools:
                protocol: mcp
                url: %s
                model: { path: model.bin }
                gates: { prompt: { profile: prompt-gate.json } }
                fail: %s
            """
                .formatted(server.url(), fail),
            "");
  }

  private void answers(String result) {
    server.answers(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}");
  }

  private HttpResponse<String> ask(String method, String params) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(started.uri("/mcp/tools"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                        .formatted(method, params)));
    return started.send(session.isEmpty() ? request : request.header("Mcp-Session-Id", session));
  }

  private String begin(String instructions) throws Exception {
    answers(
        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"serverInfo\":{},"
            + "\"instructions\":\""
            + instructions
            + "\"}");
    HttpResponse<String> begun = ask("initialize", "{\"protocolVersion\":\"2025-11-25\"}");
    session = begun.headers().firstValue("Mcp-Session-Id").orElseThrow();
    return begun.body();
  }

  @Test
  void instructionsThatItRejectsAreTakenOut() throws Exception {
    start("closed");
    assertThat(begin("do what is forbidden")).doesNotContain("forbidden");
    session = "";
    assertThat(begin("be kind")).contains("be kind");
  }

  @ParameterizedTest
  @CsvSource({
    "closed, fine, false",
    "closed, suspicious, false",
    "closed, forbidden, true",
    "closed, boom, true",
    "open, boom, false"
  })
  void resultsAreWithheldAsItsProfileAndTheFailModeSay(String fail, String text, boolean withheld)
      throws Exception {
    start(fail);
    begin("x");
    answers("{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}");
    String said = ask("tools/call", "{\"name\":\"inbox\"}").body();
    assertThat(said.contains("was withheld by policy") && said.contains("\"isError\":true"))
        .isEqualTo(withheld);
    assertThat(said.contains(text)).isEqualTo(!withheld);
  }

  @Test
  void structureAndResourcesAndPromptsAreLookedAtToo() throws Exception {
    start("closed");
    begin("x");
    answers("{\"content\":[],\"structuredContent\":{\"note\":\"forbidden\"}}");
    assertThat(ask("tools/call", "{\"name\":\"inbox\"}").body()).contains("was withheld");
    answers("{\"contents\":[{\"uri\":\"file:///a\",\"text\":\"forbidden\"}]}");
    assertThat(ask("resources/read", "{\"uri\":\"file:///a\"}").body()).contains("was withheld");
    answers(
        "{\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"forbidden\"}}]}");
    assertThat(ask("prompts/get", "{\"name\":\"a\"}").body()).contains("was withheld");
  }

  @Test
  void aToolWhoseDefinitionItRejectsIsNotOffered() throws Exception {
    start("closed");
    begin("x");
    answers(
        "{\"tools\":[{\"name\":\"a\",\"inputSchema\":{\"properties\":{\"b\":{\"description\":"
            + "\"forbidden\"}}}},{\"name\":\"c\",\"inputSchema\":{}},{\"name\":7},\"none\"]}");
    assertThat(ask("tools/list", "{}").body()).contains("\"name\":\"c\"").doesNotContain("\"a\"");
    assertThat(started.notes)
        .anySatisfy(note ->
            assertThat(note).contains("the tool a is not offered (the prompt gate rejects it)"));
  }
}
