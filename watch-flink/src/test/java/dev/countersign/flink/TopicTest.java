package dev.countersign.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole job between two topics of a real broker. */
class TopicTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final int REQUESTS = 60;

  @TempDir private Path checkpoints;

  @Test
  void alertsAboutWhatComesInOneTopicGoToTheOther() throws Exception {
    try (KafkaClusterTestKit broker = broker()) {
      broker.format();
      broker.startup();
      broker.waitForReadyBrokers();
      send(broker.bootstrapServers());
      JobClient job = submit(broker.bootstrapServers());
      List<String> alerts = received(broker.bootstrapServers(), 1);
      job.cancel().get();
      assertThat(alerts)
          .singleElement()
          .asString()
          .contains("\"detector\":\"counting\"", "\"subject\":\"eve\"");
    }
  }

  private static KafkaClusterTestKit broker() throws Exception {
    TestKitNodes nodes =
        new TestKitNodes.Builder()
            .setCombined(true)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    return new KafkaClusterTestKit.Builder(nodes)
        .setConfigProp("offsets.topic.replication.factor", "1")
        .setConfigProp("transaction.state.log.replication.factor", "1")
        .setConfigProp("transaction.state.log.min.isr", "1")
        .build();
  }

  private static void send(String servers) {
    Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < REQUESTS; i++) {
        producer.send(new ProducerRecord<>("log", "eve", line(i)));
      }
    }
  }

  private static String line(int number) {
    return """
    {"v":1,"time":"%s","id":"e%d","system":"card-fraud","upstream":"u","model":"fraud","client":"eve","protocol":"oip-v2","operation":"infer","status":200,"outcome":"served","ms":1.5}\
    """
        .formatted(Instant.ofEpochSecond(1_764_000_000L + number), number);
  }

  private JobClient submit(String servers) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(1);
    environment.enableCheckpointing(100);
    WatchJob.build(
        environment,
        ParameterTool.fromMap(Map.of("brokers", servers, "topic", "log", "alerts-topic", "alerts")),
        () -> List.of(new Counting("counting")));
    return environment.executeAsync();
  }

  private static List<String> received(String servers, int count) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
            ConsumerConfig.GROUP_ID_CONFIG, "test",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    List<String> all = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("alerts"));
      Instant end = Instant.now().plusSeconds(60);
      while (all.size() < count && Instant.now().isBefore(end)) {
        for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(200))) {
          all.add(one.value());
        }
      }
    }
    return all;
  }
}
