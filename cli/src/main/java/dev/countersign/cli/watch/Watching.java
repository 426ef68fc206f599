package dev.countersign.cli.watch;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.runner.checkpoint.Checkpoints;
import dev.countersign.runner.checkpoint.UnusableCheckpoint;
import dev.countersign.runner.kafka.KafkaAddress;
import dev.countersign.runner.kafka.UnusableKafka;
import dev.countersign.runner.run.DeadLetters;
import dev.countersign.runner.run.Ended;
import dev.countersign.runner.run.Run;
import dev.countersign.runner.run.RunOptions;
import dev.countersign.runner.run.Watched;
import dev.countersign.runner.source.FilesSource;
import dev.countersign.runner.source.LogSource;
import dev.countersign.runner.source.StreamSource;
import dev.countersign.runner.source.UnreadableLog;
import dev.countersign.runner.source.topic.TopicSource;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches logs from the command line, until they end or somebody interrupts it. */
public final class Watching {
  private static final String STANDARD_INPUT = "-";
  private static final long FAREWELL_SECONDS = 60;

  private final WatchRequest request;
  private final Console console;

  private Watching(WatchRequest request, Console console) {
    this.request = request;
    this.console = console;
  }

  /**
   * Watches.
   *
   * @throws Refused if the logs, the checkpoint or something else that was named cannot be used
   */
  public static Ended watch(WatchRequest request, Console console) throws InterruptedException {
    return new Watching(request, console).watch();
  }

  private Ended watch() throws InterruptedException {
    try (Monitor monitor = monitor()) {
      Optional<Checkpoints> checkpoints = checkpoints();
      try {
        return untilToldToStop(run(monitor, checkpoints));
      } finally {
        if (checkpoints.isPresent()) {
          checkpoints.get().close();
        }
      }
    } catch (UnusableCheckpoint | UnreadableLog wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw new Refused("the run cannot go on (" + Failure.why(failed) + ").");
    }
  }

  private Monitor monitor() {
    long lateness = MonitorOptions.usual().lateness();
    return new Monitor(
        request.usual(),
        request.kinds(),
        new MonitorOptions(request.threads(), request.mostClients(), lateness));
  }

  private Optional<Checkpoints> checkpoints() throws IOException, UnusableCheckpoint {
    Optional<Path> folder = request.checkpoint();
    return folder.isPresent() ? Optional.of(Checkpoints.in(folder.get())) : Optional.empty();
  }

  private Run run(Monitor monitor, Optional<Checkpoints> checkpoints) {
    RunOptions usual = RunOptions.usual();
    return new Run(
        source(),
        request.parser(),
        monitor,
        new Watched(request.kinds(), request.usual()),
        request.sinks(),
        request.watchers(),
        checkpoints,
        request.deadLetters().map(to -> DeadLetters.to(to, this::say)).orElse(DeadLetters.none()),
        new RunOptions(request.threads(), request.every(), usual.patience()),
        this::say);
  }

  private LogSource source() {
    List<String> logs = request.logs();
    if (logs.stream().anyMatch(KafkaAddress::isOne)) {
      return topic(logs);
    }
    if (!logs.contains(STANDARD_INPUT)) {
      return new FilesSource(logs.stream().map(Path::of).toList(), request.follow(), this::say);
    }
    if (logs.size() > 1) {
      throw new Refused("- is standard input, which cannot be read along with files. Name one.");
    }
    return new StreamSource("standard input", console.in());
  }

  private LogSource topic(List<String> logs) {
    if (logs.size() > 1) {
      throw new Refused(
          "a topic cannot be read along with other logs. Name it alone, or several topics of one cluster with commas: kafka://broker:9092/topic1,topic2");
    }
    try {
      KafkaAddress address = KafkaAddress.of(logs.getFirst());
      return TopicSource.open(address, request.kafka(), request.follow(), this::say);
    } catch (UnusableKafka wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    }
  }

  private void say(String sentence) {
    console.complain("countersign: " + Safe.line(sentence) + "\n");
  }

  /** Whoever interrupts it gets a last checkpoint, and alerts that are not cut in half. */
  private static Ended untilToldToStop(Run run)
      throws IOException, UnusableCheckpoint, InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread farewell = new Thread(() -> stop(run, ended), "countersign-stop");
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      return run.go();
    } finally {
      ended.countDown();
      forget(farewell);
    }
  }

  private static void stop(Run run, CountDownLatch ended) {
    run.stop();
    try {
      ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException itIsRunning) {
      // The process is being stopped: that is what it is for.
    }
  }
}
