package dev.countersign.runner.sink.network;

import dev.countersign.runner.sink.format.AlertFormat;
import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Posts each alert to an address, after <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> 1.0: {@code webhook-id} is the alert's id and sequence and the same at every
 * attempt, {@code webhook-timestamp} the second of the attempt, {@code webhook-signature} an
 * HMAC-SHA-256 of both and the body where there is a secret. Redirections are not followed.
 */
public final class Webhook implements Carrier {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI address;
  private final AlertFormat format;
  private final Optional<WebhookSecret> secret;
  private final Clock clock;
  private final HttpClient client;

  /**
   * With what it posts.
   *
   * @param address of HTTPS, or of HTTP on this machine
   */
  public Webhook(URI address, AlertFormat format, Optional<WebhookSecret> secret, Clock clock) {
    this.address = address;
    this.format = format;
    this.secret = secret;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The address without its query, which often is a secret. */
  @Override
  public String target() {
    return address.getScheme() + "://" + address.getAuthority();
  }

  @Override
  public void send(Alert alert) throws IOException, Undeliverable, InterruptedException {
    HttpResponse<Void> answer = client.send(request(alert), BodyHandlers.discarding());
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return;
    }
    if (isFinal(status)) {
      throw new Undeliverable(
          target() + " answered " + status + ", which no other attempt changes");
    }
    throw new IOException("it answered " + status);
  }

  /**
   * The request is wrong, and not the moment: not 408 (timeout), 425 (too early), 429 (too many).
   */
  private static boolean isFinal(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
  }

  private HttpRequest request(Alert alert) {
    String body = format.write(alert);
    String id = alert.id() + "-" + alert.sequence();
    long second = clock.instant().getEpochSecond();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", format.mediaType())
            .header("User-Agent", "countersign-watch")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(second));
    secret.ifPresent(key -> request.header("webhook-signature", key.sign(id, second, body)));
    return request.POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
