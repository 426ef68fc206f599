package dev.countersign.runner.source.topic;

import dev.countersign.runner.Causes;
import dev.countersign.runner.kafka.KafkaAddress;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.kafka.UnusableKafka;
import dev.countersign.runner.source.Block;
import dev.countersign.runner.source.LogSource;
import dev.countersign.runner.source.Mark;
import dev.countersign.runner.source.UnreadableLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Topics of Kafka: each message is a line. All partitions are read, from their beginnings or from
 * the marks of a checkpoint; nothing is committed to the brokers, and no group is joined.
 *
 * <p>Messages of several partitions come in the order of their times, so that a run which reads a
 * log again, or goes on in it, sees what an undisturbed one saw. Memory: up to about 2 MiB of
 * fetched messages for each partition, compressed as they are.
 */
public final class TopicSource implements LogSource {
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final long GIVEN_UP = Duration.ofSeconds(60).toNanos();
  private static final Duration FAREWELL = Duration.ofSeconds(1);
  private static final String REFRESH = "metadata.max.age.ms";
  private static final long USUAL_REFRESH = 30_000;

  private final KafkaAddress address;
  private final boolean follow;
  private final Consumer<String> report;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Topics topics;
  private final Lanes lanes = new Lanes();
  private final Fetching fetching;
  private final Map<String, Mark> marks = new HashMap<>();
  private boolean begun;
  private long failingSince = System.nanoTime();

  private TopicSource(
      KafkaAddress address, KafkaConfig config, boolean follow, Consumer<String> report) {
    this.address = address;
    this.follow = follow;
    this.report = report;
    this.consumer =
        new KafkaConsumer<>(
            config.consumer(address), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.fetching = new Fetching(consumer, lanes, follow, report);
    Duration every = Duration.ofMillis(config.number(REFRESH, USUAL_REFRESH));
    this.topics = new Topics(Admin.create(config.admin(address)), address, every, report);
  }

  /**
   * Over topics.
   *
   * @param follow whether to wait for more where they end; otherwise it is read what is there at
   *     the beginning
   * @param report takes a sentence about each thing that cannot be read, or was lost
   * @throws UnusableKafka if no client can be made with what is set
   */
  public static TopicSource open(
      KafkaAddress address, KafkaConfig config, boolean follow, Consumer<String> report)
      throws UnusableKafka {
    try {
      return new TopicSource(address, config, follow, report);
    } catch (KafkaException wrong) {
      throw new UnusableKafka(
          "%s cannot be read with what is set for Kafka (%s)."
              .formatted(address.text(), Causes.last(wrong)));
    }
  }

  @Override
  public void resume(List<Mark> from) {
    from.forEach(mark -> marks.put(mark.key(), mark));
  }

  @Override
  public long unreadable() {
    return fetching.unreadable();
  }

  @Override
  public synchronized Took next(Block into) throws UnreadableLog {
    try {
      return read(into);
    } catch (InterruptException | InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Took.NOTHING_NEW;
    } catch (AuthenticationException | AuthorizationException refused) {
      throw unreadable(refused);
    } catch (KafkaException failed) {
      return failed(failed);
    } catch (OutOfMemoryError tooMuch) {
      throw new UnreadableLog(
          address.text() + " has messages that need more memory than there is.");
    }
  }

  private Took read(Block into) throws UnreadableLog, InterruptedException {
    look();
    if (!follow && fetching.isDone()) {
      return Took.ENDED;
    }
    if (lanes.all().isEmpty()) {
      Thread.sleep(WAIT);
      return Took.NOTHING_NEW;
    }
    fetching.fetch();
    into.begin(address.text());
    lanes.give(into, fetching::isAwaited);
    return into.marks().isEmpty() ? Took.NOTHING_NEW : Took.READ;
  }

  private UnreadableLog unreadable(KafkaException why) {
    return new UnreadableLog("%s cannot be read (%s).".formatted(address.text(), Causes.last(why)));
  }

  /** Most failures pass: with following for as long as they last, without it for a minute. */
  private Took failed(KafkaException why) throws UnreadableLog {
    long now = System.nanoTime();
    if (fetching.lastGiven() >= failingSince) {
      failingSince = now;
      report.accept(
          "%s cannot be read on (%s). It is tried again."
              .formatted(address.text(), Causes.last(why)));
    }
    if (!follow && now - failingSince > GIVEN_UP) {
      throw unreadable(why);
    }
    try {
      Thread.sleep(WAIT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return Took.NOTHING_NEW;
  }

  /** Finds partitions that are new; those that are to be read to their end only once. */
  private void look() throws UnreadableLog, InterruptedException {
    if (follow) {
      topics.look().ifPresent(now -> assign(now, Map.of()));
    } else if (!begun) {
      Map<TopicPartition, Long> now = topics.now();
      assign(now, ends(now));
    }
  }

  private Map<TopicPartition, Long> ends(Map<TopicPartition, Long> partitions)
      throws UnreadableLog {
    try {
      return consumer.endOffsets(partitions.keySet());
    } catch (TimeoutException unanswered) {
      throw unreadable(unanswered);
    }
  }

  private void assign(Map<TopicPartition, Long> now, Map<TopicPartition, Long> ends) {
    begun = true;
    List<Lane> others =
        lanes.all().stream()
            .filter(lane -> lane.isEmpty())
            .filter(lane -> now.getOrDefault(lane.partition(), lane.topicId()) != lane.topicId())
            .toList();
    others.forEach(lanes::remove);
    List<Lane> fresh = new ArrayList<>();
    now.forEach((partition, id) -> {
      if (!lanes.has(partition)) {
        long end = ends.getOrDefault(partition, Long.MAX_VALUE);
        fresh.add(new Lane(partition, cluster(), id, end, System.nanoTime()));
      }
    });
    if (fresh.isEmpty()) {
      return;
    }
    fresh.forEach(lanes::add);
    consumer.assign(lanes.all().stream().map(Lane::partition).toList());
    fresh.forEach(this::seek);
  }

  private String cluster() {
    return address.text().substring(0, address.text().lastIndexOf('/'));
  }

  private void seek(Lane lane) {
    Mark mark = marks.get(Lane.key(lane.partition()));
    if (mark == null) {
      consumer.seekToBeginning(List.of(lane.partition()));
    } else if (mark.headHash() == lane.topicId()) {
      consumer.seek(lane.partition(), mark.offset());
    } else {
      report.accept(
          "%s is another topic than the one of that name that was read before: it is read from its beginning."
              .formatted(lane.name()));
      consumer.seekToBeginning(List.of(lane.partition()));
    }
  }

  @Override
  public synchronized void close() {
    topics.close();
    consumer.close(CloseOptions.timeout(FAREWELL));
  }
}
