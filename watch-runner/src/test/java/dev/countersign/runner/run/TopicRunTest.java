package dev.countersign.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.kafka.Broker;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.kafka.UnusableKafka;
import dev.countersign.runner.source.LogSource;
import dev.countersign.runner.source.topic.TopicSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run over a topic loses nothing, and tells nothing twice. */
@Timeout(60)
class TopicRunTest {
  private static final int LENGTH = 20_000;

  /** Messages say when they were sent; events of this log were then long past. */
  private static final long SENT = System.currentTimeMillis() - 1_000_000;

  private static Broker broker;
  @TempDir Path folder;

  @BeforeAll
  static void aLog() throws Exception {
    broker = Broker.shared();
    broker.topic("run", 4);
    for (int i = 0; i < LENGTH; i++) {
      broker.send("run", i * 31 % 17 % 4, SENT + i * 40L, Bench.line(i));
    }
    broker.flush();
  }

  private Bench bench(String name) throws IOException {
    return new Bench(Files.createDirectories(folder.resolve(name))).source(this::source);
  }

  private LogSource source() {
    try {
      return TopicSource.open(broker.address("run"), KafkaConfig.none(), false, line -> {});
    } catch (UnusableKafka never) {
      throw new IllegalStateException(never);
    }
  }

  private String undisturbed() throws Exception {
    Bench bench = bench("undisturbed");
    assertThat(bench.run().progress().events()).isEqualTo(LENGTH);
    String alerts = Files.readString(bench.alerts());
    assertThat(alerts.lines()).hasSizeGreaterThan(20);
    return alerts;
  }

  @Test
  void alertsAreThoseOfTheSameLogInAFile() throws Exception {
    Bench file = new Bench(Files.createDirectories(folder.resolve("file")));
    file.log("log.jsonl", 0, LENGTH);
    file.run("log.jsonl");
    assertThat(undisturbed()).isEqualTo(Files.readString(file.alerts()));
  }

  @Test
  void aRunThatIsStoppedOrKilledAgainAndAgainGivesTheAlertsOfOneThatIsNot() throws Exception {
    Random random = new Random(20261128);
    Bench bench = bench("stopped").checkpoint();
    long at = 0;
    int stops = 0;
    Ended ended;
    do {
      ended = bench.run(at + random.nextInt(1, 4000), "");
      at = ended.progress().events();
      if (random.nextBoolean()) {
        // As after a kill: what was told since the last checkpoint but one is told again.
        Files.deleteIfExists(bench.folder.resolve("checkpoint/checkpoint"));
      }
      stops++;
    } while (ended.stopped());
    assertThat(stops).isGreaterThan(4);
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }
}
