package dev.countersign.runner.sink.choice;

import dev.countersign.runner.kafka.KafkaAddress;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.kafka.UnusableKafka;
import dev.countersign.runner.sink.AlertSink;
import dev.countersign.runner.sink.UnusableSink;
import dev.countersign.runner.sink.format.AlertFormat;
import dev.countersign.runner.sink.format.SyslogFormat;
import dev.countersign.runner.sink.network.Carrier;
import dev.countersign.runner.sink.network.Outbox;
import dev.countersign.runner.sink.network.SyslogServer;
import dev.countersign.runner.sink.network.SyslogServer.Transport;
import dev.countersign.runner.sink.network.TopicCarrier;
import dev.countersign.runner.sink.network.Webhook;
import dev.countersign.runner.sink.network.WebhookSecret;
import dev.countersign.watch.alert.Alert;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Opens addresses.
 *
 * @param kafka what is set for Kafka
 * @param environment the value of an environment variable, empty where it is not set
 * @param notes takes sentences for people about what was not taken
 * @param syslog what stands before messages for servers of syslog
 */
record NetworkSinks(
    KafkaConfig kafka,
    UnaryOperator<String> environment,
    Consumer<String> notes,
    SyslogFormat syslog) {
  /** The variable that holds the secret of webhooks: no argument, since those are seen by all. */
  static final String SECRET = "COUNTERSIGN_WEBHOOK_SECRET";

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Opens an address.
   *
   * @param target {@code https://…}, {@code kafka://…}, or {@code udp://}, {@code tcp://} or {@code
   *     tls://} with a host and a port
   * @throws UnusableSink if it is none of these
   */
  AlertSink open(AlertFormat format, String target) throws UnusableSink {
    if (KafkaAddress.isOne(target)) {
      return new Outbox(topic(format, target), notes);
    }
    URI address = address(target);
    return new Outbox(
        switch (address.getScheme()) {
          case "https", "http" -> webhook(format, address);
          case "udp" -> server(Transport.UDP, format, address);
          case "tcp" -> server(Transport.TCP, format, address);
          case "tls" -> server(Transport.TLS, format, address);
          default -> throw unusable(target);
        },
        notes);
  }

  private static URI address(String target) throws UnusableSink {
    try {
      URI address = new URI(target);
      if (address.getScheme() != null && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException wrong) {
      // The same answer as for an address without a host.
    }
    throw unusable(target);
  }

  private static UnusableSink unusable(String target) {
    return new UnusableSink(
        "--alerts: %s is no address. Write https://host/path, kafka://broker:9092/topic, or udp://, tcp:// or tls:// with host and port: tls://logs.example:6514"
            .formatted(target));
  }

  private Carrier topic(AlertFormat format, String target) throws UnusableSink {
    try {
      return new TopicCarrier(KafkaAddress.of(target), kafka, format);
    } catch (UnusableKafka wrong) {
      throw new UnusableSink("--alerts: " + wrong.getMessage());
    }
  }

  private Carrier webhook(AlertFormat format, URI address) throws UnusableSink {
    if (address.getScheme().equals("http") && !HERE.contains(address.getHost())) {
      throw new UnusableSink(
          "--alerts: %s is not encrypted, and alerts name clients. Write https://."
              .formatted(address));
    }
    String secret = environment.apply(SECRET);
    Optional<WebhookSecret> key = WebhookSecret.of(secret);
    if (!secret.isEmpty() && key.isEmpty()) {
      throw new UnusableSink(
          "%s is no secret of webhooks: write whsec_ and 24 to 64 random bytes in Base64, for example by: echo whsec_$(openssl rand -base64 32)"
              .formatted(SECRET));
    }
    return new Webhook(address, format, key, Clock.systemUTC());
  }

  private Carrier server(Transport transport, AlertFormat format, URI address) throws UnusableSink {
    if (address.getPort() < 1) {
      throw unusable(address.toString());
    }
    return new SyslogServer(transport, address.getHost(), address.getPort(), message(format));
  }

  private Function<Alert, String> message(AlertFormat format) throws UnusableSink {
    return switch (format.word()) {
      case "syslog" -> format::write;
      case "cef" -> alert -> syslog.header(alert) + format.write(alert);
      default ->
          throw new UnusableSink(
              "--alerts: servers of syslog take the formats syslog and cef, not %s. Name one of them, or a file."
                  .formatted(format.word()));
    };
  }
}
