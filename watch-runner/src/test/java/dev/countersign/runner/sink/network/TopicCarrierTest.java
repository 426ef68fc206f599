package dev.countersign.runner.sink.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.Alerts;
import dev.countersign.runner.kafka.Broker;
import dev.countersign.runner.kafka.KafkaAddress;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.alert.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Alerts go into a topic of a real broker. */
@Timeout(60)
class TopicCarrierTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final KafkaConfig QUICK =
      new KafkaConfig(
          Map.of(
              "max.block.ms", "500",
              "request.timeout.ms", "500",
              "delivery.timeout.ms", "3000",
              "reconnect.backoff.max.ms", "100"));

  private final List<String> notes = new CopyOnWriteArrayList<>();

  private static Alert alert(String id, String client) {
    return Alerts.extraction(id, 1, Severity.HIGH, client);
  }

  @Test
  void theKeyOfAMessageIsTheIncident() throws Exception {
    Broker broker = Broker.shared();
    broker.topic("alerts", 3);
    Alert first = Alerts.extraction("a", 1, Severity.LOW, "83eeb38e");
    Alert second = Alerts.extraction("a", 2, Severity.HIGH, "83eeb38e");
    try (Outbox outbox =
        new Outbox(
            new TopicCarrier(broker.address("alerts"), KafkaConfig.none(), new JsonlFormat()),
            notes::add)) {
      outbox.take(List.of(first, second));
      assertThat(outbox.drained(LONG)).isZero();
    }
    List<ConsumerRecord<String, String>> received = broker.received("alerts", 2);
    assertThat(received).extracting(ConsumerRecord::key).containsExactly("a", "a");
    assertThat(received)
        .extracting(ConsumerRecord::value)
        .containsExactly(AlertJson.line(first), AlertJson.line(second));
    assertThat(received.getFirst().headers().lastHeader("content-type").value())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("application/json");
    assertThat(notes).isEmpty();
  }

  /** Brings what comes at a port to another one. */
  private static void forward(ServerSocket from, int to) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              Socket client = from.accept();
              Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
              copy(client, server);
              copy(server, client);
            }
          } catch (IOException closed) {
            // The test has ended.
          }
        });
  }

  private static void copy(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            from.getInputStream().transferTo(to.getOutputStream());
          } catch (IOException closed) {
            // The test has ended.
          }
        });
  }

  @Test
  void aBrokerThatIsDownIsToldAndGetsEverythingWhenItIsUp() throws Exception {
    Broker broker = Broker.shared();
    broker.topic("down", 1);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    KafkaAddress down = KafkaAddress.of("kafka://127.0.0.1:" + port + "/down");
    try (Outbox outbox = new Outbox(new TopicCarrier(down, QUICK, new JsonlFormat()), notes::add);
        ServerSocket door = new ServerSocket()) {
      outbox.take(List.of(alert("a", "eve"), alert("b", "eve")));
      while (notes.isEmpty()) {
        Thread.sleep(10);
      }
      assertThat(outbox.commit().lines()).hasSize(2);
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      forward(door, broker.port());
      assertThat(outbox.drained(LONG)).isZero();
    }
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("kafka://127.0.0.1:" + port + "/down takes no alerts (Topic down not present")
        .endsWith("They wait and are tried again.");
    assertThat(broker.received("down", 2)).extracting(ConsumerRecord::key).containsOnly("a", "b");
  }

  @Test
  void anAlertThatIsTooLargeForTheBrokersHoldsUpNoOther() throws Exception {
    Broker broker = Broker.shared();
    broker.topic("small", 1);
    KafkaConfig small = new KafkaConfig(Map.of("max.request.size", "3000"));
    Alert large = alert("large", "x".repeat(4000));
    Alert usual = alert("b", "eve");
    try (Outbox outbox =
        new Outbox(
            new TopicCarrier(broker.address("small"), small, new JsonlFormat()), notes::add)) {
      outbox.take(List.of(large, usual));
      assertThat(outbox.drained(LONG)).isZero();
    }
    assertThat(broker.received("small", 1)).extracting(ConsumerRecord::key).containsExactly("b");
    assertThat(notes).singleElement().asString().startsWith("Alert large was not taken: ");
  }
}
