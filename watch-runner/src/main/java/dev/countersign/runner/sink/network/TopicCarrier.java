package dev.countersign.runner.sink.network;

import dev.countersign.runner.Causes;
import dev.countersign.runner.kafka.KafkaAddress;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.kafka.UnusableKafka;
import dev.countersign.runner.sink.format.AlertFormat;
import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes each alert into a topic of Kafka as one message. Its key is the id of the incident, so
 * that all that is told of one incident is in one partition, in its order, and a topic that is
 * compacted has the last word about each.
 */
public final class TopicCarrier implements Carrier {
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final KafkaAddress address;
  private final KafkaConfig config;
  private final AlertFormat format;
  private Optional<KafkaProducer<byte[], byte[]>> producer;

  /**
   * With what it writes.
   *
   * @param address of one topic
   * @throws UnusableKafka if it is several, or no client can be made with what is set
   */
  public TopicCarrier(KafkaAddress address, KafkaConfig config, AlertFormat format)
      throws UnusableKafka {
    this.address = address;
    this.config = config;
    this.format = format;
    if (address.topics().size() > 1) {
      throw new UnusableKafka(
          "%s: alerts go to one topic. Repeat --alerts for another one.".formatted(address.text()));
    }
    try {
      this.producer = Optional.of(made());
    } catch (KafkaException wrong) {
      throw new UnusableKafka(
          "%s cannot be written to with what is set for Kafka (%s)."
              .formatted(address.text(), Causes.last(wrong)));
    }
  }

  private KafkaProducer<byte[], byte[]> made() {
    return new KafkaProducer<>(
        config.producer(address), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public String target() {
    return address.text();
  }

  @Override
  public void send(Alert alert) throws IOException, Undeliverable, InterruptedException {
    try {
      KafkaProducer<byte[], byte[]> open = producer.orElseGet(this::made);
      producer = Optional.of(open);
      open.send(message(alert)).get();
    } catch (ExecutionException failed) {
      failed(failed.getCause() instanceof Exception cause ? cause : failed);
    } catch (InterruptException stopped) {
      Thread.interrupted();
      throw new InterruptedException(stopped.getMessage());
    } catch (KafkaException failed) {
      failed(failed);
    }
  }

  private ProducerRecord<byte[], byte[]> message(Alert alert) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            address.topics().getFirst(),
            alert.id().getBytes(StandardCharsets.UTF_8),
            format.write(alert).getBytes(StandardCharsets.UTF_8));
    message.headers().add("content-type", format.mediaType().getBytes(StandardCharsets.UTF_8));
    return message;
  }

  /**
   * After some failures a producer takes nothing any more: then the next attempt makes a new one.
   */
  private void failed(Exception why) throws IOException, Undeliverable {
    if (why instanceof RecordTooLargeException) {
      throw new Undeliverable(Causes.last(why));
    }
    if (!(why instanceof RetriableException)) {
      close();
    }
    throw new IOException(Causes.last(why), why);
  }

  @Override
  public void close() {
    producer.ifPresent(open -> open.close(FAREWELL));
    producer = Optional.empty();
  }
}
