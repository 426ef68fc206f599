package dev.countersign.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.gateway.upstream.UpstreamClient.Question;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client says what it was told to say, and takes what it is told as it is. */
class UpstreamClientTest {
  private static final int MOST = 1000;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final UpstreamClient client = new UpstreamClient();
  private HttpServer server;
  private Reply reply = exchange -> answer(exchange, 200, "fine");

  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          reply.to(exchange);
          exchange.close();
        });
    server.start();
    client.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private Answer ask(String path, String body) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    String method = body.isEmpty() ? "GET" : "POST";
    return client.ask(
        new Question(
            method,
            uri,
            List.of(Map.entry("x-one", "1"), Map.entry("x-one", "2")),
            body.getBytes(UTF_8),
            Duration.ofSeconds(2),
            MOST));
  }

  private static String text(Answer answer) {
    return answer.body() instanceof Answer.Body.Whole(byte[] bytes) ? new String(bytes, UTF_8) : "";
  }

  @Test
  void nothingIsAddedToAQuestion() throws Exception {
    List<String> headers = new CopyOnWriteArrayList<>();
    reply =
        exchange -> {
          exchange.getRequestHeaders().forEach((name, values) -> headers.add(name + values));
          answer(exchange, 200, "fine");
        };
    assertThat(text(ask("/a?x=%20y&z", ""))).isEqualTo("fine");
    assertThat(asked).containsExactly("GET /a?x=%20y&z ");
    assertThat(headers)
        .hasSize(2)
        .contains("X-one[1, 2]")
        .anyMatch(header -> header.startsWith("Host[127.0.0.1:"));
  }

  @Test
  void redirectsAndDemandsForAPasswordAreAnswersLikeOthers() throws Exception {
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          answer(exchange, 307, "go");
        };
    assertThat(ask("/a", "x").status()).isEqualTo(307);
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"r\"");
          answer(exchange, 401, "who");
        };
    assertThat(ask("/b", "x").status()).isEqualTo(401);
    assertThat(asked).containsExactly("POST /a x", "POST /b x");
  }

  @Test
  void cookiesAreNotKept() throws Exception {
    List<Boolean> cookies = new CopyOnWriteArrayList<>();
    reply =
        exchange -> {
          cookies.add(exchange.getRequestHeaders().containsKey("Cookie"));
          exchange.getResponseHeaders().set("Set-Cookie", "a=b");
          answer(exchange, 200, "fine");
        };
    assertThat(ask("/", "x").header("set-cookie")).isEqualTo("a=b");
    ask("/", "x");
    assertThat(cookies).containsExactly(false, false);
  }

  @Test
  void whatIsEncodedStaysEncoded() throws Exception {
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, 200, "no gzip at all");
        };
    Answer answer = ask("/", "x");
    assertThat(answer.header("content-encoding")).isEqualTo("gzip");
    assertThat(text(answer)).isEqualTo("no gzip at all");
  }

  @Test
  void anAnswerOfAnyFormHasALimit() throws Exception {
    reply =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[MOST]);
        };
    assertThat(text(ask("/", "x"))).hasSize(MOST);
    reply =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[MOST]);
          exchange.getResponseBody().write(1);
        };
    assertThatThrownBy(() -> ask("/", "x"))
        .isInstanceOf(UpstreamFailed.class)
        .hasMessage("The model's answer is too large.");
  }

  @Test
  void eventsAreReadWhileTheyCome() throws Exception {
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 50; i++) {
            exchange.getResponseBody().write(new byte[MOST]);
            exchange.getResponseBody().flush();
          }
        };
    if (!(ask("/", "x").body() instanceof Answer.Body.Events(InputStream events))) {
      throw new AssertionError("no events");
    }
    try (events) {
      assertThat(events.readAllBytes()).hasSize(50 * MOST);
    }
  }

  @Test
  void manyAskAtOnceAndNobodyIsForgotten() throws Exception {
    reply =
        exchange -> {
          try {
            Thread.sleep(100);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          answer(exchange, 200, "fine");
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> one = () -> text(ask("/", "x"));
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(Collections.nCopies(200, one))) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(200).containsOnly("fine");
    }
  }
}
