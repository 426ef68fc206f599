package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.SchemaRegistry;
import dev.countersign.gateway.gates.StandardGates;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** A server of tools that the gateway starts itself and offers over HTTP. */
class McpStdioTest {
  @TempDir private Path folder;
  private Started started;

  @BeforeEach
  void start() throws Exception {
    ToolPolicies.into(folder, Map.of());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    started =
        Started.with(
            folder,
            """
              local:
                protocol: mcp
                model: { path: model.bin }
                gates: { tool: { policy: tools.json } }
                mcp:
                  command: ['%s', -XX:TieredStopAtLevel=1, -cp, '%s', %s]
                  environment: { TOKEN: told }
                  elsewhere: operator
            """
                .formatted(java, classPath(), StdioToolServer.class.getName()),
            "",
            new StandardGates());
  }

  @AfterEach
  void stop() {
    started.close();
  }

  /** Where the classes of the server come from, however these tests were started. */
  private static String classPath() {
    return Stream.of(
            StdioToolServer.class,
            McpServer.class,
            JacksonMcpJsonMapper.class,
            JsonMapper.class,
            JsonParser.class,
            JsonProperty.class,
            Mono.class,
            Publisher.class,
            LoggerFactory.class,
            SchemaRegistry.class,
            NonNull.class)
        .map(type -> Path.of(location(type)).toString())
        .distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static java.net.URI location(Class<?> type) {
    return java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  private McpSyncClient client() {
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(started.uri("/").toString())
                    .jsonMapper(new JacksonMcpJsonMapper(new JsonMapper()))
                    .endpoint("/mcp/local")
                    .build())
            .requestTimeout(Duration.ofSeconds(30))
            .initializationTimeout(Duration.ofSeconds(30))
            .jsonSchemaValidator(new DefaultJsonSchemaValidator())
            .build();
    client.initialize();
    return client;
  }

  private static CallToolResult call(McpSyncClient client, String tool) {
    return client.callTool(CallToolRequest.builder(tool).arguments(Map.of()).build());
  }

  private HttpResponse<String> begin(String params) throws Exception {
    return started.send(
        HttpRequest.newBuilder(started.uri("/mcp/local"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":%s}"
                        .formatted(params))));
  }

  @Test
  void itIsGivenItsEnvironmentAndNothingElse() throws Exception {
    try (McpSyncClient client = client()) {
      assertThat(client.listTools().tools()).extracting(Tool::name).contains("inbox", "contacts");
      String given = ((TextContent) call(client, "inbox").content().getFirst()).text();
      assertThat(given).startsWith("{TOKEN=told}").endsWith(folder.toRealPath().toString());
    }
    assertThat(started.notes)
        .anySatisfy(
            note -> assertThat(note).startsWith("local says: ready  [31mxxx").endsWith("…"));
    for (int i = 0; i < 200 && ProcessHandle.current().descendants().count() > 0; i++) {
      Thread.sleep(20);
    }
    assertThat(ProcessHandle.current().descendants().count()).isZero();
  }

  @Test
  void whereItDiesThatIsToldAndTheNextOneWaits() throws Exception {
    try (McpSyncClient client = client()) {
      assertThatThrownBy(() -> call(client, "contacts")).hasMessageContaining("has ended");
    }
    assertThat(started.notes)
        .anySatisfy(note ->
            assertThat(note)
                .isEqualTo("local: its process ended with status 3; its session is over."));
    HttpResponse<String> soon = begin("{}");
    assertThat(soon.statusCode()).isEqualTo(503);
    assertThat(soon.body()).contains("ended too soon");
  }

  @Test
  void oneThatTakesNothingAndDoesNotEndIsEnded() throws Exception {
    started.close();
    started =
        Started.with(
            folder,
            """
              local:
                protocol: mcp
                timeout: 300 ms
                mcp: { command: [/bin/sh, -c, 'trap "" TERM; while :; do /bin/sleep 1; done'] }
            """,
            "",
            new StandardGates());
    String params = "{\"name\":\"" + "x".repeat(300_000) + "\"}";
    assertThat(begin(params).statusCode()).isEqualTo(504);
    for (int i = 0; i < 1000 && ProcessHandle.current().descendants().count() > 0; i++) {
      Thread.sleep(20);
    }
    assertThat(ProcessHandle.current().descendants().count()).isZero();
  }
}
