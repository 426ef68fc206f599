package dev.countersign.cli.command;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.kafka.UnusableKafka;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about topics of Kafka, whether logs or alerts are in them. */
final class WatchKafkaOptions {
  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "Settings for clients of Kafka, as in its client.properties: TLS, SASL, passwords"
              + " (docs/watch.md). They hold for all addresses.")
  @Nullable Path file;

  /**
   * What is set.
   *
   * @throws Refused if it cannot be read
   */
  KafkaConfig config() {
    if (file == null) {
      return KafkaConfig.none();
    }
    try {
      return KafkaConfig.read(file);
    } catch (UnusableKafka wrong) {
      throw new Refused("--kafka-config: " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Refused(
          "--kafka-config: %s cannot be read (%s).".formatted(file, Failure.why(failed)));
    }
  }
}
