package dev.countersign.runner.source.topic;

import dev.countersign.runner.Causes;
import dev.countersign.runner.kafka.KafkaAddress;
import dev.countersign.runner.source.UnreadableLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks again and again which partitions topics have. */
final class Topics implements AutoCloseable {
  private final Admin admin;
  private final KafkaAddress address;
  private final Duration every;
  private final Consumer<String> report;
  private Optional<Future<Map<String, TopicDescription>>> asked = Optional.empty();
  private long next;
  private boolean failing;

  /**
   * By way of a client, which is closed with this.
   *
   * @param every how often it asks
   * @param report takes a sentence when there is no answer, and when there is one again
   */
  Topics(Admin admin, KafkaAddress address, Duration every, Consumer<String> report) {
    this.admin = admin;
    this.address = address;
    this.every = every;
    this.report = report;
    this.next = System.nanoTime();
  }

  /**
   * All partitions, each with a hash of what its topic is; waits for the answer.
   *
   * @throws UnreadableLog if there is none
   */
  Map<TopicPartition, Long> now() throws UnreadableLog, InterruptedException {
    try {
      return partitions(ask().get());
    } catch (ExecutionException failed) {
      throw new UnreadableLog(why(failed));
    }
  }

  /**
   * The same where it is time and an answer is there; waits for nothing.
   *
   * @throws UnreadableLog if there will never be an answer
   */
  Optional<Map<TopicPartition, Long>> look() throws UnreadableLog, InterruptedException {
    if (asked.isEmpty() && System.nanoTime() >= next) {
      asked = Optional.of(ask());
    }
    if (asked.isEmpty() || !asked.get().isDone()) {
      return Optional.empty();
    }
    Future<Map<String, TopicDescription>> answer = asked.get();
    asked = Optional.empty();
    try {
      Map<TopicPartition, Long> partitions = partitions(answer.get());
      next = System.nanoTime() + every.toNanos();
      if (failing) {
        report.accept("%s is there again.".formatted(address.text()));
      }
      failing = false;
      return Optional.of(partitions);
    } catch (ExecutionException failed) {
      next = System.nanoTime() + Math.min(every.toNanos(), Duration.ofSeconds(1).toNanos());
      failed(failed);
      return Optional.empty();
    }
  }

  private void failed(ExecutionException failed) throws UnreadableLog {
    if (failed.getCause() instanceof AuthenticationException) {
      throw new UnreadableLog(why(failed));
    }
    if (!failing) {
      report.accept("%s It is asked again.".formatted(why(failed)));
    }
    failing = true;
  }

  private Future<Map<String, TopicDescription>> ask() {
    return admin
        .describeTopics(address.topics())
        .allTopicNames()
        .toCompletionStage()
        .toCompletableFuture();
  }

  private static Map<TopicPartition, Long> partitions(Map<String, TopicDescription> topics) {
    Map<TopicPartition, Long> all = new HashMap<>();
    topics.forEach((name, topic) -> {
      Uuid id = topic.topicId();
      long hash = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
      topic.partitions().forEach(one -> all.put(new TopicPartition(name, one.partition()), hash));
    });
    return all;
  }

  private String why(ExecutionException failed) {
    if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
      return "%s: there is no such topic.".formatted(address.text());
    }
    return "%s cannot be read (%s).".formatted(address.text(), Causes.last(failed));
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
