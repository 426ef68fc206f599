package dev.countersign.runner.sink.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.runner.Alerts;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Alert A = alert("a");
  private static final Alert B = alert("b");
  private static final Alert C = alert("c");

  private final List<Alert> received = new CopyOnWriteArrayList<>();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);

  /** Answers by the id of an alert; takes none before it is opened. */
  private final class Receiver implements Carrier {
    private int busy;

    Receiver(int busy) {
      this.busy = busy;
    }

    @Override
    public String target() {
      return "soc.example";
    }

    @Override
    public void send(Alert alert) throws IOException, Undeliverable, InterruptedException {
      open.await();
      if (busy > 0) {
        busy--;
        throw new IOException("it answered 503");
      }
      if (alert.id().equals("bad")) {
        throw new Undeliverable("it answered 400");
      }
      received.add(alert);
    }

    @Override
    public void close() {}
  }

  @Test
  void alertsArriveInTheirOrderThoughTheReceiverIsBusyAtFirst() throws Exception {
    try (Outbox outbox = outbox(3)) {
      open.countDown();
      outbox.take(List.of(A, B));
      outbox.take(List.of(C));
      assertThat(outbox.drained(LONG)).isZero();
    }

    assertThat(received).containsExactly(A, B, C);
    assertThat(notes)
        .containsExactly(
            "soc.example takes no alerts (it answered 503). They wait and are tried again.");
  }

  @Test
  void whatIsNeverTakenHoldsNothingUp() throws Exception {
    try (Outbox outbox = outbox(0)) {
      open.countDown();
      outbox.take(List.of(A, alert("bad"), B));
      assertThat(outbox.drained(LONG)).isZero();
    }

    assertThat(received).containsExactly(A, B);
    assertThat(notes).containsExactly("Alert bad was not taken: it answered 400");
  }

  @Test
  void whatWaitsIsInTheCheckpoint() throws Exception {
    String position;
    try (Outbox killed = outbox(0)) {
      killed.take(List.of(A, B));
      position = killed.commit();
      open.countDown();
      assertThat(killed.drained(LONG)).isZero();
    }
    received.clear();
    try (Outbox resumed = outbox(0)) {
      resumed.resume(position);
      resumed.take(List.of(C));
      assertThat(resumed.drained(LONG)).isZero();
      assertThat(resumed.commit()).isEmpty();
    }

    assertThat(received).containsExactly(A, B, C);
  }

  @Test
  void aCheckpointOfSomethingElseIsRefused() {
    try (Outbox outbox = outbox(0)) {
      open.countDown();
      assertThatThrownBy(() -> outbox.resume("4711"))
          .hasMessageContaining("no alerts for soc.example");
    }
  }

  @Test
  void noMoreAreTakenThanMayWait() throws Exception {
    try (Outbox outbox = outbox(0)) {
      outbox.take(Collections.nCopies(Outbox.MOST, A));
      assertThatThrownBy(() -> outbox.take(List.of(B)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("1,000 alerts wait for soc.example");
      open.countDown();
      assertThat(outbox.drained(LONG)).isZero();
      outbox.take(List.of(B));
      assertThat(outbox.drained(LONG)).isZero();
    }

    assertThat(received).hasSize(Outbox.MOST + 1).endsWith(B);
  }

  private Outbox outbox(int busy) {
    return new Outbox(new Receiver(busy), notes::add, SOON);
  }

  private static Alert alert(String id) {
    return Alerts.extraction(id, 1, Severity.HIGH, "83eeb38e");
  }
}
