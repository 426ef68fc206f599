package dev.countersign.runner.source.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Fetches messages of partitions. */
final class Fetching {
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final long NOT_WAITED_FOR = Duration.ofSeconds(10).toNanos();
  private static final long GIVEN_UP = Duration.ofSeconds(60).toNanos();

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Lanes lanes;
  private final boolean follow;
  private final Consumer<String> report;
  private long given = System.nanoTime();
  private long unreadable;

  /**
   * For partitions that are assigned to a consumer.
   *
   * @param follow whether more is waited for where they end
   * @param report takes a sentence about each one that cannot be read, or has lost messages
   */
  Fetching(
      KafkaConsumer<byte[], byte[]> consumer,
      Lanes lanes,
      boolean follow,
      Consumer<String> report) {
    this.consumer = consumer;
    this.lanes = lanes;
    this.follow = follow;
    this.report = report;
  }

  /** How many partitions were given up. */
  long unreadable() {
    return unreadable;
  }

  /** When the brokers gave something last, in nanoseconds. */
  long lastGiven() {
    return given;
  }

  /** Whether all that is to be read was fetched and given on. */
  boolean isDone() {
    return lanes.all().stream().allMatch(lane -> lane.isEmpty() && isFetched(lane));
  }

  private boolean isFetched(Lane lane) {
    return lane.isFetched(consumer.position(lane.partition()));
  }

  /** Fetches for those partitions of which nothing is left; waits only where nothing can go on. */
  void fetch() {
    consumer.resume(partitions(true));
    consumer.pause(partitions(false));
    boolean idle = lanes.all().stream().allMatch(Lane::isEmpty);
    boolean waits =
        idle || lanes.all().stream().anyMatch(lane -> lane.isEmpty() && isAwaited(lane));
    try {
      take(consumer.poll(waits ? WAIT : Duration.ZERO));
    } catch (OffsetOutOfRangeException gone) {
      lost(gone);
    }
  }

  private Collection<TopicPartition> partitions(boolean empty) {
    return lanes.all().stream()
        .filter(lane -> lane.isEmpty() == empty)
        .map(Lane::partition)
        .toList();
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    long now = System.nanoTime();
    for (TopicPartition partition : records.partitions()) {
      lanes.of(partition).take(records.records(partition), now);
      given = now;
    }
    for (Lane lane : lanes.all()) {
      if (lane.isEmpty() && !hasMore(lane)) {
        lane.heard(now);
      } else if (!follow && lane.isEmpty() && lane.silence(now) > GIVEN_UP) {
        giveUp(lane);
      }
    }
  }

  private void giveUp(Lane lane) {
    if (!lane.isAbandoned()) {
      unreadable++;
      report.accept(
          "%s cannot be read to its end: the brokers gave nothing for a minute. What could be read was taken."
              .formatted(lane.name()));
    }
    lane.abandon();
  }

  private boolean hasMore(Lane lane) {
    if (!follow) {
      return !isFetched(lane);
    }
    OptionalLong lag = consumer.currentLag(lane.partition());
    return lag.isEmpty() || lag.getAsLong() > 0;
  }

  /** Whether others wait for it, so that the order does not depend on who answers first. */
  boolean isAwaited(Lane lane) {
    return hasMore(lane) && (!follow || lane.silence(System.nanoTime()) < NOT_WAITED_FOR);
  }

  /** What the brokers deleted before it was read. */
  private void lost(OffsetOutOfRangeException gone) {
    Set<TopicPartition> partitions = gone.offsetOutOfRangePartitions().keySet();
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> last = consumer.endOffsets(partitions);
    gone.offsetOutOfRangePartitions()
        .forEach((partition, wanted) -> {
          long begin = first.getOrDefault(partition, 0L);
          boolean deleted = wanted < begin;
          report.accept(
              deleted
                  ? "%s: %,d messages, from offset %d on, were deleted before they were read. Keep them longer (retention.ms)."
                      .formatted(lanes.of(partition).name(), begin - wanted, wanted)
                  : "%s has lost messages: offset %d was to be read, and it ends at %d. It is read on from there."
                      .formatted(
                          lanes.of(partition).name(), wanted, last.getOrDefault(partition, begin)));
          consumer.seek(partition, deleted ? begin : last.getOrDefault(partition, begin));
        });
  }
}
