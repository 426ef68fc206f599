package dev.countersign.runner.sink.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.runner.Alerts;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.watch.alert.AlertJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final Clock NOON =
      Clock.fixed(Instant.ofEpochSecond(1_795_780_800), ZoneOffset.UTC);

  private final AtomicInteger status = new AtomicInteger(204);
  private volatile Headers headers = new Headers();
  private volatile String body = "";
  private HttpServer server;
  private Webhook webhook;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          headers = exchange.getRequestHeaders();
          body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    webhook = webhook("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
  }

  @AfterEach
  void stop() {
    webhook.close();
    server.stop(0);
  }

  @Test
  void anAlertIsPostedWithItsIdAndASignature() throws Exception {
    webhook.send(Alerts.extraction("83eeb38e"));

    assertThat(body).isEqualTo(AlertJson.line(Alerts.extraction("83eeb38e")));
    assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(headers.getFirst("webhook-id")).isEqualTo("1f0c6e5b9a7d4e23-2");
    assertThat(headers.getFirst("webhook-timestamp")).isEqualTo("1795780800");
    assertThat(headers.getFirst("webhook-signature")).startsWith("v1,").hasSize(3 + 44);
  }

  @Test
  void theSignatureIsThatOfStandardWebhooks() {
    // The example of the libraries at github.com/standard-webhooks/standard-webhooks.
    WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();

    assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatIsNoSecretIsTold() {
    for (String wrong : new String[] {"", "hunter2", "whsec_", "whsec_aGk=", "whsec_????"}) {
      assertThat(WebhookSecret.of(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void anAnswerSaysWhetherToTryAgain() {
    for (int later : new int[] {301, 408, 425, 429, 500, 503}) {
      status.set(later);
      assertThatThrownBy(() -> webhook.send(Alerts.extraction("a")))
          .as("%d", later)
          .isInstanceOf(IOException.class)
          .hasMessage("it answered " + later);
    }
    for (int never : new int[] {400, 401, 404, 410, 413}) {
      status.set(never);
      assertThatThrownBy(() -> webhook.send(Alerts.extraction("a")))
          .as("%d", never)
          .isInstanceOf(Undeliverable.class)
          .hasMessageContaining("answered " + never);
    }
    status.set(200);
    assertThatCode(() -> webhook.send(Alerts.extraction("a"))).doesNotThrowAnyException();
  }

  @Test
  void whatStandsInTheAddressIsNotShown() {
    assertThat(webhook.target())
        .isEqualTo("http://127.0.0.1:" + server.getAddress().getPort())
        .doesNotContain("token");
  }

  private Webhook webhook(String secret) {
    return new Webhook(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=s3cret"),
        new JsonlFormat(),
        Optional.of(WebhookSecret.of(secret).orElseThrow()),
        NOON);
  }
}
