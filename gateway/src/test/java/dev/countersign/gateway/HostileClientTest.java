package dev.countersign.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that want to stop others, or to get past the gates. */
class HostileClientTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final String POST =
      "POST " + CHAT + " HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n";
  private static final String FINE = "{\"model\":\"m\",\"messages\":[]}";

  @TempDir private static Path folder;
  private static FakeUpstream upstream;
  private static Started started;

  @BeforeAll
  static void start() throws Exception {
    upstream = new FakeUpstream();
    started =
        Started.with(
            folder,
            Started.openai(upstream, Started.ALL_GATES),
            "limits: { body: 64 KiB, header-time: 400 ms, body-time: 400 ms, requests: 4 }\n");
  }

  @BeforeEach
  void forget() {
    upstream.asked.clear();
    upstream.answers(200, "{\"choices\":[]}");
  }

  @AfterAll
  static void stop() {
    started.close();
    upstream.close();
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", started.gateway.port());
    socket.setSoTimeout(5000);
    return socket;
  }

  /** Everything that comes back until the connection ends, or nothing comes for a while. */
  private static String readAll(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[4096];
    try {
      for (int got = socket.getInputStream().read(part);
          got >= 0;
          got = socket.getInputStream().read(part)) {
        all.write(part, 0, got);
      }
    } catch (SocketTimeoutException open) {
      return all.toString(ISO_8859_1) + "<open>";
    } catch (SocketException reset) {
      return all.toString(ISO_8859_1) + "<reset>";
    }
    return all.toString(ISO_8859_1);
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.setSoTimeout(700);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return readAll(socket);
    }
  }

  @Test
  void aBodyOfTenGigabytesIsRefusedUnread() throws Exception {
    String answer = exchange(POST + "Content-Length: 10737418240\r\n\r\n{");
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void anEndlessBodyInChunksIsCutOff() throws Exception {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write((POST + "Transfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1));
      byte[] chunk = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(ISO_8859_1);
      int sent = 0;
      try {
        for (; sent < 100_000; sent++) {
          out.write(chunk);
        }
      } catch (SocketException cutOff) {
        assertThat(sent).isLessThan(100_000);
      }
      assertThat(sent).isLessThan(100_000);
    }
    assertThat(upstream.asked).isEmpty();
    assertThat(started.post(CHAT, FINE).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n",
        "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        "Content-Length: +4\r\n\r\nabcd",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0x4\r\nabcd\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n4\nabcd\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n100000000000000004\r\nabcd\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n4\r\nabcdXX0\r\n\r\n",
        "X: a\r\n Content-Length: 4\r\n\r\nabcd",
        "X: a\rContent-Length: 4\r\n\r\nabcd",
        "Host: other\r\nContent-Length: 4\r\n\r\nabcd",
      })
  void requestsThatTwoServersReadInTwoWaysAreRefused(String rest) throws Exception {
    String answer = exchange(POST + rest);
    assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("<open>");
    assertThat(upstream.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/../v1/models",
        "/v1/%2e%2e/v1/models",
        "//v1/models",
        "/v1//models",
        "/v1;x/models",
        "/v1/models;x",
        "/v1/models%2f",
        "/v1/models%00",
        "/v1/models/..",
        "/v1/./models"
      })
  void pathsWithTwoSpellingsLeadNowhere(String path) throws Exception {
    String answer =
        exchange("GET " + path + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 40");
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void compressedBodiesAreRefusedSoThatNoneIsABomb() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      out.write(new byte[10_000_000]);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(started.uri(CHAT))
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray()));
    assertThat(started.send(request).statusCode()).isEqualTo(415);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void compressedAnswersAreNotLookedInto() throws Exception {
    upstream.behaviour =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          FakeUpstream.json(exchange, 200, "{\"choices\":[]}");
        };
    assertThat(started.post(CHAT, FINE).statusCode()).isEqualTo(502);
  }

  @Test
  void headersThatAreTooLargeAreRefused() throws Exception {
    assertThat(exchange(POST + "X: " + "a".repeat(70_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void deepJsonIsRefused() throws Exception {
    String deep = "{\"model\":\"m\",\"messages\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
    assertThat(started.post(CHAT, deep).statusCode()).isEqualTo(400);
  }

  @Test
  void slowHeadersAreCutOffThoughBytesCome() throws Exception {
    try (Socket socket = connect()) {
      assertThat(cutOffAfter(socket, POST + "X: ")).isLessThan(3000);
    }
  }

  @Test
  void slowBodiesAreCutOffThoughBytesCome() throws Exception {
    try (Socket socket = connect()) {
      assertThat(cutOffAfter(socket, POST + "Content-Length: 60000\r\n\r\n")).isLessThan(3000);
    }
  }

  @Test
  void slowHeadersOfASecondRequestAreCutOffToo() throws Exception {
    try (Socket socket = connect()) {
      String first = POST + "Content-Length: " + FINE.length() + "\r\n\r\n" + FINE;
      assertThat(cutOffAfter(socket, first + POST + "X: ")).isLessThan(3000);
    }
  }

  /** Milliseconds of a byte now and then until the connection is closed. */
  private static long cutOffAfter(Socket socket, String begin) throws Exception {
    long start = System.nanoTime();
    OutputStream out = socket.getOutputStream();
    out.write(begin.getBytes(ISO_8859_1));
    try {
      while (System.nanoTime() - start < 5_000_000_000L) {
        out.write('x');
        out.flush();
        Thread.sleep(50);
      }
    } catch (SocketException closed) {
      return (System.nanoTime() - start) / 1_000_000;
    }
    return Long.MAX_VALUE;
  }

  @Test
  void slowClientsDoNotStopOthers() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = connect();
        slow.add(socket);
        socket
            .getOutputStream()
            .write((POST + "Content-Length: 60000\r\n\r\n{").getBytes(ISO_8859_1));
      }
      long start = System.nanoTime();
      assertThat(started.post(CHAT, FINE).statusCode()).isEqualTo(200);
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1000);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}
