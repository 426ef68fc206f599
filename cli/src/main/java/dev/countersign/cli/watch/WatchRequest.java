package dev.countersign.cli.watch;

import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.run.NamedSink;
import dev.countersign.runner.run.Watcher;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.log.LineParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is to be watched, and how.
 *
 * @param logs files and folders, or - alone for standard input, or a topic alone
 * @param follow whether to wait for more at their end
 * @param kafka what is set for clients of Kafka
 * @param parser makes parsers of their lines
 * @param kinds the detectors
 * @param usual what is usual of models
 * @param sinks where alerts go
 * @param watchers who looks on
 * @param checkpoint the folder to go on from
 * @param every how often that is written
 * @param deadLetters where a sample of malformed lines goes
 * @param threads that share the work
 * @param mostClients that are remembered
 */
public record WatchRequest(
    List<String> logs,
    boolean follow,
    KafkaConfig kafka,
    Supplier<LineParser> parser,
    List<DetectorKind> kinds,
    List<ModelBaseline> usual,
    List<NamedSink> sinks,
    List<Watcher> watchers,
    Optional<Path> checkpoint,
    Duration every,
    Optional<Path> deadLetters,
    int threads,
    int mostClients) {
  public WatchRequest {
    logs = List.copyOf(logs);
    kinds = List.copyOf(kinds);
    usual = List.copyOf(usual);
    sinks = List.copyOf(sinks);
    watchers = List.copyOf(watchers);
  }
}
