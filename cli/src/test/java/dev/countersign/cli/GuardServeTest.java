package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.gateway.Serving;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code guard serve} with the gateway of examples/card-fraud. */
class GuardServeTest {
  private static final Path EXAMPLE = Path.of("../examples/card-fraud");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Console console() {
    PrintStream all = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Console(
        InputStream.nullInputStream(), all, all, Map.of(), false, StandardCharsets.UTF_8, TODAY);
  }

  /** The example as it is, but on ports that are free. */
  private Path copied(int demoPort) throws IOException {
    Path gateway = Files.createDirectory(folder.resolve("gateway"));
    try (Stream<Path> files = Files.list(EXAMPLE.resolve("gateway"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, gateway.resolve(file.getFileName()));
      }
    }
    Files.createDirectory(folder.resolve("models"));
    Files.copy(EXAMPLE.resolve("models/fraud.onnx"), folder.resolve("models/fraud.onnx"));
    Path config = gateway.resolve("gateway.yaml");
    String ports = "listen: { port: 0 }\nadmin: { port: 0 }\n";
    Files.writeString(config, ports + Files.readString(config).replace(":8099", ":" + demoPort));
    return config;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static int ask(int port, String payment) throws Exception {
    String body =
        "{\"inputs\":[{\"name\":\"payment\",\"shape\":[1,5],\"datatype\":\"FP32\",\"data\":["
            + payment
            + "]}]}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v2/models/fraud/infer"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status = 503;
      for (int i = 0; i < 500 && status == 503; i++) {
        status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        Thread.sleep(status == 503 ? 20 : 0);
      }
      return status;
    }
  }

  @Test
  void theExamplesGatewayScoresRejectsAndWritesDownWhatItWasAsked() throws Exception {
    int demoPort = freePort();
    Path config = copied(demoPort);
    try (Serving serving = Serving.demo(config, demoPort, console())) {
      assertThat(ask(serving.port(), "30.03,7,1,8.8,1")).isEqualTo(200);
      assertThat(ask(serving.port(), "5000,12,0,9000,40")).isEqualTo(422);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("The gateway listens on port")
        .doesNotContain("Not served");
    List<String> lines =
        Files.readAllLines(config.resolveSibling("inference.jsonl")).stream()
            .filter(line -> !line.contains("\"outcome\":\"unavailable\""))
            .toList();
    assertThat(lines)
        .satisfiesExactly(
            honest ->
                assertThat(honest)
                    .contains("\"features\":[[30.03,7,1,8.8,1]],\"result\":{\"score\":[0.0198]}"),
            strange ->
                assertThat(strange)
                    .contains("\"features\":[[5000,12,0,9000,40]]")
                    .contains("out-of-range amount_eur"));
  }

  @Test
  void withoutAConfigurationItSaysWhatToDo() {
    Run run = Run.of("guard", "serve");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--config FILE", "--demo");
  }

  @Test
  void aConfigurationThatIsWrongIsToldOf() throws Exception {
    Path wrong = Files.writeString(folder.resolve("gateway.yaml"), "countersign-gateway: 1\n");
    Run run = Run.of("guard", "serve", "--config", wrong.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("upstreams");
  }
}
