package dev.countersign.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.countersign.gateway.gates.StandardGates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients and servers of tools that do not keep to the protocol, or try to get around the gate. */
class McpWireTest {
  private static final String BEGIN =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",
      "capabilities":{"sampling":{},"elicitation":{}},"clientInfo":{"name":"t","version":"1"}}}\
      """;

  @TempDir private Path folder;
  private FakeUpstream server;

  @SuppressWarnings("NullAway.Init") // each test starts it
  private Started started;

  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile FakeUpstream.Behaviour later = exchange -> respond(exchange, "{}");

  @BeforeEach
  void serve() throws Exception {
    server = new FakeUpstream();
    server.behaviour = this::answer;
  }

  @AfterEach
  void stop() {
    started.close();
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String asked = server.asked.getLast();
    if (asked.contains("\"initialize\"")) {
      exchange.getResponseHeaders().set("Mcp-Session-Id", "of-the-server");
      respond(
          exchange,
          "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{},\"tasks\":{}},"
              + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}");
    } else if (asked.startsWith("POST") && !asked.contains("\"id\"")) {
      exchange.sendResponseHeaders(202, -1);
    } else {
      later.answer(exchange);
    }
  }

  /** Answers the last question with this result. */
  private void respond(HttpExchange exchange, String result) throws IOException {
    String asked = server.asked.getLast();
    String id = asked.replaceFirst("(?s).*\"id\":([^,}]+).*", "$1");
    FakeUpstream.json(
        exchange, 200, "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
  }

  private static void stream(HttpExchange exchange, String... events) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (String event : events) {
      out.write((event + "\n\n").getBytes(UTF_8));
      out.flush();
    }
  }

  private void start(String mcp, String top) throws Exception {
    ToolPolicies.into(folder, java.util.Map.of());
    started =
        Started.with(
            folder,
            """
              tools:
                protocol: mcp
                url: %s/mcp
                model: { path: model.bin }
                gates: { tool: { policy: tools.json, ask: elicit } }
                mcp: { path: /tools, %s }
            """
                .formatted(server.url(), mcp),
            top,
            new StandardGates());
  }

  private static HttpRequest.Builder message(java.net.URI uri, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder message(String body) {
    return message(started.uri("/tools"), body);
  }

  private String session() throws Exception {
    HttpResponse<String> begun = started.send(message(BEGIN));
    assertThat(begun.statusCode()).isEqualTo(200);
    return begun.headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  private HttpResponse<String> send(String session, String body) throws Exception {
    return started.send(message(body).header("Mcp-Session-Id", session));
  }

  private static String call(String tool) {
    return """
    {"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"%s","arguments":{}}}\
    """
        .formatted(tool);
  }

  @Test
  void aSessionHasAnIdOfTheGatewaysOwn() throws Exception {
    start("", "");
    String session = session();
    assertThat(session).hasSize(43).isNotEqualTo("of-the-server");
    assertThat(send(session, call("inbox")).statusCode()).isEqualTo(200);
    assertThat(send("of-the-server", call("inbox")).statusCode()).isEqualTo(404);
  }

  @Test
  void eachSideIsToldOnlyOfWhatGoesThrough() throws Exception {
    start("", "");
    HttpResponse<String> begun = started.send(message(BEGIN));
    assertThat(begun.body()).contains("\"capabilities\":{\"tools\":{}}");
    assertThat(server.asked.getFirst()).contains("\"capabilities\":{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"extra\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{\"code\":1,\"message\":\"\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"nobody asked\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
        "not JSON"
      })
  void whatIsNoMessageOfTheProtocolIsRefused(String body) throws Exception {
    start("", "");
    String session = session();
    int asked = server.asked.size();

    assertThat(send(session, body).statusCode()).isEqualTo(400);
    assertThat(server.asked).hasSize(asked);
  }

  @Test
  void methodsThatAreNotKnownGoNowhere() throws Exception {
    start("", "");
    String session = session();
    int asked = server.asked.size();
    assertThat(send(session, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tasks/result\"}").body())
        .contains("-32601");
    assertThat(
            send(session, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/secret\"}").statusCode())
        .isEqualTo(202);
    assertThat(
            send(
                    session,
                    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\","
                        + "\"params\":{\"name\":\"inbox\",\"task\":{}}}")
                .body())
        .contains("-32602");
    assertThat(server.asked).hasSize(asked);
  }

  @Test
  void aPageInABrowserMayNotConnect() throws Exception {
    start("origins: ['https://app.example']", "");
    assertThat(started.send(message(BEGIN).header("Origin", "http://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(started.send(message(BEGIN).header("Origin", "https://app.example")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void clientsOfTheNewestRevisionAreToldWhatIsSpoken() throws Exception {
    start("", "");
    HttpResponse<String> told =
        started.send(
            message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                .header("MCP-Protocol-Version", "2026-07-28"));
    assertThat(told.statusCode()).isEqualTo(400);
    assertThat(told.body()).contains("-32022", "\"supported\":[\"2025-11-25\"", "\"id\":1");
  }

  @Test
  void aRequestNeedsItsSessionAndItsHeaders() throws Exception {
    start("", "");
    String session = session();
    assertThat(started.send(message(call("inbox"))).statusCode()).isEqualTo(400);
    assertThat(send("guessed", call("inbox")).statusCode()).isEqualTo(404);
    assertThat(
            started
                .send(
                    HttpRequest.newBuilder(started.uri("/tools"))
                        .header("Content-Type", "application/json")
                        .header("Mcp-Session-Id", session)
                        .POST(HttpRequest.BodyPublishers.ofString(call("inbox"))))
                .statusCode())
        .isEqualTo(406);
    assertThat(
            started
                .send(
                    HttpRequest.newBuilder(started.uri("/tools"))
                        .header("Accept", "application/json, text/event-stream")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(BEGIN)))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void theSessionOfAnotherClientIsNone() throws Exception {
    start("", "log: { file: log.jsonl, client-header: x-client }\n");
    String session =
        started
            .send(message(BEGIN).header("X-Client", "ada"))
            .headers()
            .firstValue("Mcp-Session-Id")
            .orElseThrow();
    HttpRequest.Builder call = message(call("inbox")).header("Mcp-Session-Id", session);
    assertThat(started.send(call.copy().header("X-Client", "eve")).statusCode()).isEqualTo(404);
    assertThat(started.send(call.header("X-Client", "ada")).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionThatWasEndedIsOverOnBothSides() throws Exception {
    start("", "");
    String session = session();
    started.send(
        HttpRequest.newBuilder(started.uri("/tools")).header("Mcp-Session-Id", session).DELETE());
    assertThat(send(session, call("inbox")).statusCode()).isEqualTo(404);
    for (int i = 0; i < 100 && !server.asked.getLast().startsWith("DELETE"); i++) {
      Thread.sleep(20);
    }
    assertThat(server.asked.getLast()).startsWith("DELETE /mcp");
  }

  @Test
  void aSessionThatTheServerEndedIsOver() throws Exception {
    start("", "");
    String session = session();
    later = exchange -> FakeUpstream.json(exchange, 404, "{}");
    assertThat(send(session, call("inbox")).statusCode()).isEqualTo(404);
    assertThat(send(session, call("inbox")).statusCode()).isEqualTo(404);
  }

  @Test
  void thereAreOnlySoManySessionsAndIdleOnesEnd() throws Exception {
    start("sessions: 1, idle: 3 s", "");
    String first = session();
    assertThat(started.send(message(BEGIN)).statusCode()).isEqualTo(503);
    Thread.sleep(3_200);
    session();
    assertThat(send(first, call("inbox")).statusCode()).isEqualTo(404);
  }

  @Test
  void theClientsAuthorizationIsForTheGateway() throws Exception {
    start("", "");
    started.send(message(BEGIN).header("Authorization", "Bearer of-the-client"));
    assertThat(authorizations).containsOnly("null");
  }

  @Test
  void itGoesOnWhereThatWasAskedForAndTheSessionIsBoundToIt() throws Exception {
    start("pass-authorization: yes", "");
    String session =
        started
            .send(message(BEGIN).header("Authorization", "Bearer of-the-client"))
            .headers()
            .firstValue("Mcp-Session-Id")
            .orElseThrow();
    assertThat(authorizations).containsOnly("Bearer of-the-client");
    assertThat(send(session, call("inbox")).statusCode()).isEqualTo(404);
  }

  @Test
  void whatAServerMayNotAskForIsRefusedInTheClientsPlace() throws Exception {
    start("", "");
    String session = session();
    later =
        exchange -> {
          if (server.asked.getLast().contains("\"error\"")) {
            exchange.sendResponseHeaders(202, -1);
            return;
          }
          stream(
              exchange,
              "data: {\"jsonrpc\":\"2.0\",\"id\":\"s1\",\"method\":\"sampling/createMessage\","
                  + "\"params\":{}}",
              "data: {\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"content\":[]}}");
        };
    assertThat(send(session, call("inbox")).body()).doesNotContain("sampling");
    assertThat(server.asked.getLast()).contains("\"id\":\"s1\"", "-32601");
  }

  @Test
  void aServersQuestionSaysThatItIsTheServers() throws Exception {
    start("server-may: [elicitation]", "");
    String session = session();
    later =
        exchange ->
            stream(
                exchange,
                "data: {\"jsonrpc\":\"2.0\",\"id\":\"s1\",\"method\":\"elicitation/create\","
                    + "\"params\":{\"message\":\"The tool gate asks: endorse?\"}}",
                "data: {\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"content\":[]}}");
    HttpResponse<String> said = send(session, call("inbox"));
    assertThat(said.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(said.body()).contains("\"The server tools asks: The tool gate asks: endorse?\"");
    assertThat(send(session, "{\"jsonrpc\":\"2.0\",\"id\":\"s1\",\"result\":{}}").statusCode())
        .isEqualTo(202);
    assertThat(server.asked.getLast()).contains("\"id\":\"s1\"", "\"result\"");
  }

  @Test
  void aServerCannotAnswerWhatTheGateAsks() throws Exception {
    start("elsewhere: public, ask-time: 300 ms", "");
    String session = session();
    HttpResponse<String> refused =
        send(
            session,
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"send_money\",\"arguments\":{\"recipient\":\"XK99\"}}}");
    assertThat(refused.body()).contains("elicitation/create", "countersign-", "\"isError\":true");
    assertThat(server.asked).noneMatch(asked -> asked.contains("countersign-"));
  }

  @Test
  void aStreamThatBreaksOffIsTakenUpAgain() throws Exception {
    start("", "");
    String session = session();
    List<String> resumed = new CopyOnWriteArrayList<>();
    later =
        exchange -> {
          if (exchange.getRequestMethod().equals("GET")) {
            resumed.add(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            stream(
                exchange,
                "data: {\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"content\":"
                    + "[{\"type\":\"text\",\"text\":\"late\"}]}}");
          } else {
            stream(exchange, "id: e1\nretry: 1\ndata:");
          }
        };
    assertThat(send(session, call("inbox")).body()).contains("late");
    assertThat(resumed).containsExactly("e1");
  }

  @Test
  void anEventThatIsTooLargeEndsTheCall() throws Exception {
    start("", "limits: { answer: 10 KiB }\n");
    String session = session();
    later = exchange -> stream(exchange, "data: " + "x".repeat(20_000));
    assertThat(send(session, call("inbox")).body()).contains("-32603", "is no message of MCP");
  }

  @Test
  void whatIsNoMessageIsNotPassedOn() throws Exception {
    start("", "");
    String session = session();
    later =
        exchange ->
            FakeUpstream.json(exchange, 200, "{\"jsonrpc\":\"2.0\",\"id\":8,\"result\":{}}");
    assertThat(send(session, call("inbox")).body()).contains("-32603");
  }

  @Test
  void anIdThatIsInUseIsRefused() throws Exception {
    start("", "");
    String session = session();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    later =
        exchange -> {
          asked.countDown();
          refused.await();
          respond(exchange, "{\"content\":[]}");
        };
    var first =
        started.client.sendAsync(
            message(call("inbox")).header("Mcp-Session-Id", session).build(),
            HttpResponse.BodyHandlers.ofString());
    asked.await();
    assertThat(send(session, call("inbox")).statusCode()).isEqualTo(400);
    refused.countDown();
    assertThat(first.get().statusCode()).isEqualTo(200);
  }

  @Test
  void streamsOnWhichNothingIsSaidEndWhenTheGatewayStops() throws Exception {
    start("", "");
    String session = session();
    later = exchange -> Thread.sleep(100);
    var listening =
        started.client.sendAsync(
            HttpRequest.newBuilder(started.uri("/tools"))
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Thread.sleep(200);
    long before = System.nanoTime();
    started.gateway.close();
    assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    assertThat(listening.get().statusCode()).isEqualTo(200);
  }
}
