package dev.countersign.runner.source.topic;

import dev.countersign.runner.source.Block;
import dev.countersign.runner.source.Mark;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A partition that is read: what was fetched of it and not given on yet. */
final class Lane {
  /** By the time of the next message; whoever reads a log again has the same order again. */
  static final Comparator<Lane> ORDER =
      Comparator.comparingLong(Lane::time)
          .thenComparing(lane -> lane.partition.topic())
          .thenComparing(lane -> lane.partition.partition());

  private static final String FAMILY = "kafka:";
  private static final byte[] NOTHING = {};

  private final TopicPartition partition;
  private final long topicId;
  private final long end;
  private final String name;
  private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
  private long next;
  private long given;
  private long heard;
  private boolean abandoned;

  /**
   * Over a partition.
   *
   * @param cluster that it is of, for people
   * @param topicId a hash of what tells a topic from another one of its name
   * @param end up to where it is read, exclusively
   * @param heard when something was heard of it, in nanoseconds
   */
  Lane(TopicPartition partition, String cluster, long topicId, long end, long heard) {
    this.partition = partition;
    this.topicId = topicId;
    this.end = end;
    this.name = "%s/%s[%d]".formatted(cluster, partition.topic(), partition.partition());
    this.heard = heard;
  }

  /** What a mark of a partition is called. */
  static String key(TopicPartition partition) {
    return family(partition) + "#" + partition.partition();
  }

  private static String family(TopicPartition partition) {
    return FAMILY + partition.topic();
  }

  TopicPartition partition() {
    return partition;
  }

  long topicId() {
    return topicId;
  }

  /** For people. */
  String name() {
    return name;
  }

  boolean isEmpty() {
    return fetched.isEmpty();
  }

  private long time() {
    return fetched.getFirst().timestamp();
  }

  /** Takes what was fetched, as far as it is to be read. */
  void take(List<ConsumerRecord<byte[], byte[]>> records, long now) {
    heard = now;
    records.stream().filter(one -> one.offset() < end).forEach(fetched::add);
  }

  /** Something was heard of it. */
  void heard(long now) {
    heard = now;
  }

  /** For how long nothing was heard of it, in nanoseconds. */
  long silence(long now) {
    return now - heard;
  }

  /** Whether all of it was fetched that is to be read, where the next message is this one. */
  boolean isFetched(long position) {
    return abandoned || position >= end;
  }

  /** No more is waited for. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /** Puts its next message into a block. */
  void give(Block into) {
    ConsumerRecord<byte[], byte[]> message = fetched.removeFirst();
    byte[] value = message.value() == null ? NOTHING : message.value();
    into.add(value, message.offset());
    given += value.length;
    next = message.offset() + 1;
  }

  /** Says how far it was read with a block. */
  void mark(Block block) {
    block.mark(new Mark(key(partition), family(partition), next, 0, topicId, false), given);
    given = 0;
  }
}
