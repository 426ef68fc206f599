package dev.countersign.runner.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's own process, started once for all tests that need one. */
public final class Broker {
  private static Optional<Broker> shared = Optional.empty();

  private final KafkaClusterTestKit cluster;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  private Broker() throws Exception {
    TestKitNodes nodes =
        new TestKitNodes.Builder()
            .setCombined(true)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    cluster =
        new KafkaClusterTestKit.Builder(nodes)
            .setConfigProp("auto.create.topics.enable", "false")
            .setConfigProp("transaction.state.log.num.partitions", "1")
            .setConfigProp("transaction.state.log.replication.factor", "1")
            .setConfigProp("transaction.state.log.min.isr", "1")
            .build();
    cluster.format();
    cluster.startup();
    cluster.waitForReadyBrokers();
    admin = Admin.create(Map.of("bootstrap.servers", servers()));
    producer =
        producer(
            Map.of(
                "enable.idempotence", "false",
                "acks", "1",
                "max.in.flight.requests.per.connection", "1",
                "request.timeout.ms", "3000",
                "delivery.timeout.ms", "20000",
                "linger.ms", "5"));
  }

  /** The one of this process, which ends with it. */
  public static synchronized Broker shared() throws Exception {
    if (shared.isEmpty()) {
      shared = Optional.of(new Broker());
      Runtime.getRuntime().addShutdownHook(new Thread(shared.get()::close));
    }
    return shared.get();
  }

  private void close() {
    try {
      producer.close(Duration.ZERO);
      admin.close(Duration.ZERO);
      cluster.close();
    } catch (Exception unimportant) {
      // The process ends.
    }
  }

  /** Hosts and ports. */
  public String servers() {
    return cluster.bootstrapServers();
  }

  /** The first port. */
  public int port() {
    String first = servers().split(",")[0];
    return Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
  }

  /** As a command line names topics. */
  public KafkaAddress address(String topics) throws UnusableKafka {
    return KafkaAddress.of("kafka://" + servers() + "/" + topics);
  }

  /** For what a test does with topics itself. */
  public Admin admin() {
    return admin;
  }

  /** A producer with more settings than the usual ones. */
  public KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("bootstrap.servers", servers());
    all.put("max.request.size", "5000000");
    return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes a topic. */
  public void topic(String name, int partitions) throws Exception {
    NewTopic topic = new NewTopic(name, partitions, (short) 1);
    topic.configs(Map.of("max.message.bytes", "4000000", "retention.ms", "-1"));
    admin.createTopics(List.of(topic)).all().get();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int i = 0; i < partitions; i++) {
      ends.put(new TopicPartition(name, i), OffsetSpec.latest());
    }
    while (!isAnswered(ends)) {
      Thread.sleep(20);
    }
  }

  /** A topic is there when its leaders answer. */
  private boolean isAnswered(Map<TopicPartition, OffsetSpec> ends) throws InterruptedException {
    try {
      admin.listOffsets(ends).all().get();
      return true;
    } catch (ExecutionException notYet) {
      return false;
    }
  }

  /** Sends a message; {@link #flush} waits for it. */
  public void send(String topic, int partition, long time, @Nullable String value) {
    producer.send(record(topic, partition, time, value));
  }

  /** A message. */
  public static ProducerRecord<byte[], byte[]> record(
      String topic, int partition, long time, @Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, partition, time, null, bytes);
  }

  /** Waits until all that was sent is there. */
  public void flush() {
    producer.flush();
  }

  /** Messages of a topic, at least so many if they come within 20 seconds. */
  public List<ConsumerRecord<String, String>> received(String topic, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers(),
            "group.id",
            "test-" + topic,
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "earliest");
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant end = Instant.now().plusSeconds(20);
      while (all.size() < count && Instant.now().isBefore(end)) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }
}
