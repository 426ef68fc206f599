package dev.countersign.runner.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What somebody set for clients of Kafka, above all how they prove who they are. What decides that
 * nothing is lost is not taken from it.
 *
 * @param settings by the names that Kafka has for them
 */
public record KafkaConfig(Map<String, String> settings) {
  private static final long LARGEST = 1 << 20;

  /** Settings of copies. */
  public KafkaConfig {
    settings = Map.copyOf(settings);
  }

  /** Nothing was set. */
  public static KafkaConfig none() {
    return new KafkaConfig(Map.of());
  }

  /**
   * Reads a file of properties, as the programs that come with Kafka do ({@code --command-config}).
   *
   * @throws UnusableKafka if it is none
   * @throws IOException if it cannot be read
   */
  public static KafkaConfig read(Path file) throws IOException, UnusableKafka {
    if (Files.size(file) > LARGEST) {
      throw new UnusableKafka(file + " is too large for a file of settings.");
    }
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    } catch (IllegalArgumentException malformed) {
      throw new UnusableKafka(
          "%s is no file of properties (%s). Write a setting a line, for example security.protocol=SASL_SSL."
              .formatted(file, malformed.getMessage()));
    }
    Map<String, String> settings = new HashMap<>();
    read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
    return new KafkaConfig(settings);
  }

  /** A number that was set, or else another one. */
  public long number(String name, long otherwise) {
    try {
      return Long.parseLong(settings.getOrDefault(name, Long.toString(otherwise)).trim());
    } catch (NumberFormatException toldByTheClient) {
      return otherwise;
    }
  }

  /** For a reader that keeps its own place, and sees no message that was taken back. */
  public Map<String, Object> consumer(KafkaAddress address) {
    Map<String, Object> all =
        under(Map.of("max.poll.records", "1000", "fetch.max.bytes", "16777216"), address);
    all.keySet().removeAll(List.of("group.id", "group.instance.id", "group.protocol"));
    all.put("enable.auto.commit", "false");
    all.put("auto.offset.reset", "none");
    all.put("allow.auto.create.topics", "false");
    all.put("isolation.level", "read_committed");
    return all;
  }

  /** For a writer whose messages all replicas have before they count as brought. */
  public Map<String, Object> producer(KafkaAddress address) {
    Map<String, Object> all =
        under(
            Map.of(
                "delivery.timeout.ms", "20000",
                "request.timeout.ms", "10000",
                "max.block.ms", "10000",
                "linger.ms", "0"),
            address);
    all.remove("transactional.id");
    all.put("acks", "all");
    all.put("enable.idempotence", "true");
    return all;
  }

  /** For who asks which partitions there are. */
  public Map<String, Object> admin(KafkaAddress address) {
    return under(Map.of(), address);
  }

  private Map<String, Object> under(Map<String, String> usual, KafkaAddress address) {
    Map<String, Object> all = new HashMap<>(usual);
    all.put("client.id", "countersign-watch");
    all.putAll(settings);
    all.put("bootstrap.servers", address.servers());
    all.put("enable.metrics.push", "false");
    return all;
  }
}
