package dev.countersign.runner.source.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.runner.kafka.Broker;
import dev.countersign.runner.kafka.KafkaAddress;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.kafka.UnusableKafka;
import dev.countersign.runner.source.Block;
import dev.countersign.runner.source.LogSource;
import dev.countersign.runner.source.LogSource.Took;
import dev.countersign.runner.source.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Topics of a real broker are read as they are, and followed as they grow. */
@Timeout(60)
class TopicSourceTest {
  private static final KafkaConfig QUICK =
      new KafkaConfig(
          Map.of(
              "metadata.max.age.ms", "100",
              "request.timeout.ms", "5000",
              "default.api.timeout.ms", "5000"));

  private static final long BEGIN = System.currentTimeMillis() - 100_000;

  private static Broker broker;
  private final List<String> reported = new ArrayList<>();

  @BeforeAll
  static void broker() throws Exception {
    broker = Broker.shared();
  }

  private LogSource source(String topics, boolean follow) throws UnusableKafka {
    return TopicSource.open(broker.address(topics), QUICK, follow, reported::add);
  }

  private static List<String> lines(Block block) {
    return IntStream.range(0, block.count())
        .mapToObj(i ->
            new String(
                block.bytes(), block.from(i), block.to(i) - block.from(i), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> all(LogSource source) throws IOException {
    List<String> lines = new ArrayList<>();
    Block block = new Block();
    while (source.next(block) != Took.ENDED) {
      lines.addAll(lines(block));
    }
    return lines;
  }

  /** So many lines, however long they take. */
  private static List<String> lines(LogSource source, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    Block block = new Block();
    while (lines.size() < count) {
      if (source.next(block) == Took.READ) {
        lines.addAll(lines(block));
      }
    }
    return lines;
  }

  /** Messages with numbers as their times, over three partitions. */
  private static List<String> send(String topic, int from, int to) {
    for (int i = from; i < to; i++) {
      broker.send(topic, i * 7 % 3, BEGIN + i, "m" + i);
    }
    broker.flush();
    return IntStream.range(from, to).mapToObj(i -> "m" + i).toList();
  }

  @Test
  void partitionsAreReadToWhereTheyEndInTheOrderOfTime() throws Exception {
    broker.topic("ordered", 3);
    List<String> sent = send("ordered", 0, 10_000);
    try (LogSource source = source("ordered", false)) {
      List<String> read = lines(source, 1);
      send("ordered", 10_000, 10_010);
      read.addAll(all(source));
      assertThat(read).isEqualTo(sent);
    }
    assertThat(reported).isEmpty();
  }

  @Test
  void severalTopicsAreOneLog() throws Exception {
    broker.topic("one", 1);
    broker.topic("two", 1);
    broker.topic("none", 2);
    broker.send("one", 0, BEGIN + 1, "a");
    broker.send("two", 0, BEGIN + 2, "b");
    broker.send("one", 0, BEGIN + 3, "c");
    broker.flush();
    try (LogSource source = source("one,two,none", false)) {
      assertThat(all(source)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void whatIsNoLineIsToldByPartitionAndOffset() throws Exception {
    broker.topic("odd", 2);
    broker.send("odd", 1, BEGIN + 1, "a");
    broker.send("odd", 1, BEGIN + 2, null);
    broker.send("odd", 1, BEGIN + 3, "x".repeat(1_500_000));
    broker.send("odd", 0, BEGIN + 4, "b");
    broker.flush();
    List<String> lines = new ArrayList<>();
    List<String> tooLong = new ArrayList<>();
    Block block = new Block();
    try (LogSource source = source("odd", false)) {
      while (source.next(block) != Took.ENDED) {
        for (int i = 0; i < block.count(); i++) {
          lines.add(end(block.name(i)) + "@" + block.offset(i) + "=" + lines(block).get(i));
        }
        for (Block.TooLong line : block.tooLong()) {
          tooLong.add(end(line.file()) + "@" + line.offset() + "=" + line.length());
        }
      }
    }
    assertThat(lines).containsExactly("odd[1]@0=a", "odd[1]@1=", "odd[0]@0=b");
    assertThat(tooLong).containsExactly("odd[1]@2=1500000");
  }

  private static String end(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Test
  void aTopicIsFollowedAlsoIntoPartitionsThatComeLater() throws Exception {
    broker.topic("grows", 1);
    broker.send("grows", 0, BEGIN + 1, "a");
    broker.flush();
    try (LogSource source = source("grows", true)) {
      assertThat(lines(source, 1)).containsExactly("a");
      assertThat(source.next(new Block())).isEqualTo(Took.NOTHING_NEW);
      broker.admin().createPartitions(Map.of("grows", NewPartitions.increaseTo(2))).all().get();
      broker.send("grows", 0, BEGIN + 2, "b");
      broker.send("grows", 1, BEGIN + 3, "c");
      broker.flush();
      assertThat(lines(source, 2)).containsExactlyInAnyOrder("b", "c");
    }
  }

  @Test
  void aTopicThatIsNotThereYetIsWaitedFor() throws Exception {
    try (LogSource source = source("later", true)) {
      Block block = new Block();
      while (reported.isEmpty()) {
        assertThat(source.next(block)).isEqualTo(Took.NOTHING_NEW);
      }
      broker.topic("later", 1);
      broker.send("later", 0, BEGIN + 1, "a");
      broker.flush();
      assertThat(lines(source, 1)).containsExactly("a");
    }
    assertThat(reported)
        .satisfiesExactly(
            first ->
                assertThat(first).endsWith("/later: there is no such topic. It is asked again."),
            then -> assertThat(then).endsWith("/later is there again."));
    try (LogSource source = source("never", false)) {
      assertThatThrownBy(() -> source.next(new Block()))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("/never: there is no such topic.");
    }
  }

  /** Reads some blocks and gives the marks behind them. */
  private static List<Mark> marks(LogSource source, int lines, List<String> read)
      throws IOException {
    Map<String, Mark> marks = new LinkedHashMap<>();
    Block block = new Block();
    while (read.size() < lines) {
      if (source.next(block) == Took.READ) {
        read.addAll(lines(block));
        block.marks().forEach(mark -> marks.put(mark.key(), mark));
      }
    }
    return List.copyOf(marks.values());
  }

  @Test
  void marksSayWhereToGoOn() throws Exception {
    broker.topic("marked", 3);
    List<String> sent = send("marked", 0, 12_000);
    List<String> read = new ArrayList<>();
    List<Mark> marks;
    try (LogSource source = source("marked", false)) {
      marks = marks(source, 1, read);
    }
    assertThat(read).hasSizeLessThan(12_000);
    try (LogSource source = source("marked", false)) {
      source.resume(marks);
      read.addAll(all(source));
    }
    assertThat(read).isEqualTo(sent);
  }

  @Test
  void whatWasDeletedBeforeItWasReadIsTold() throws Exception {
    broker.topic("deleted", 3);
    send("deleted", 0, 30);
    List<Mark> marks;
    try (LogSource source = source("deleted", false)) {
      marks = marks(source, 30, new ArrayList<>());
    }
    send("deleted", 30, 60);
    broker
        .admin()
        .deleteRecords(Map.of(new TopicPartition("deleted", 1), RecordsToDelete.beforeOffset(15)))
        .all()
        .get();
    try (LogSource source = source("deleted", false)) {
      source.resume(marks);
      assertThat(all(source)).hasSize(25);
      assertThat(source.unreadable()).isZero();
    }
    assertThat(reported)
        .singleElement()
        .asString()
        .contains(
            "/deleted[1]: 5 messages, from offset 10 on, were deleted before they were read.");
  }

  @Test
  void aTopicThatTookTheNameOfAnotherIsReadFromItsBeginning() throws Exception {
    broker.topic("anew", 1);
    broker.send("anew", 0, BEGIN + 1, "a");
    broker.flush();
    List<Mark> marks;
    try (LogSource source = source("anew", false)) {
      marks = marks(source, 1, new ArrayList<>());
    }
    List<Mark> ofAnother =
        marks.stream()
            .map(one ->
                new Mark(one.key(), one.family(), one.offset(), 0, one.headHash() + 1, false))
            .toList();
    try (LogSource source = source("anew", false)) {
      source.resume(ofAnother);
      assertThat(all(source)).containsExactly("a");
    }
    assertThat(reported).singleElement().asString().contains("anew[0] is another topic");
  }

  @Test
  void messagesThatWereTakenBackAreNotSeen() throws Exception {
    broker.topic("undone", 1);
    try (KafkaProducer<byte[], byte[]> producer =
        broker.producer(Map.of("transactional.id", "t"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(Broker.record("undone", 0, BEGIN + 1, "undone")).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(Broker.record("undone", 0, BEGIN + 2, "done")).get();
      producer.commitTransaction();
    }
    try (LogSource source = source("undone", false)) {
      assertThat(all(source)).containsExactly("done");
    }
  }

  @Test
  void brokersThatDoNotAnswerAreTold() throws Exception {
    KafkaConfig quick =
        new KafkaConfig(Map.of("default.api.timeout.ms", "500", "request.timeout.ms", "400"));
    try (LogSource source =
        TopicSource.open(KafkaAddress.of("kafka://127.0.0.1:1/log"), quick, false, reported::add)) {
      assertThatThrownBy(() -> source.next(new Block()))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("kafka://127.0.0.1:1/log cannot be read (");
    }
    KafkaConfig wrong = new KafkaConfig(Map.of("security.protocol", "NONSENSE"));
    assertThatThrownBy(() -> TopicSource.open(broker.address("log"), wrong, false, reported::add))
        .isInstanceOf(UnusableKafka.class)
        .hasMessageContaining("NONSENSE");
  }
}
