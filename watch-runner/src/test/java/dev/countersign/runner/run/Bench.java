package dev.countersign.runner.run;

import dev.countersign.runner.checkpoint.Checkpoints;
import dev.countersign.runner.checkpoint.UnusableCheckpoint;
import dev.countersign.runner.sink.FileSink;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.runner.source.FilesSource;
import dev.countersign.runner.source.LogSource;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.log.EventParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Sets up runs over files in a folder. */
final class Bench {
  static final long LATEST = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();

  final Path folder;
  final List<String> reported = new ArrayList<>();
  private final List<NamedSink> sinks = new ArrayList<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private List<DetectorKind> kinds = List.of(new Tally());
  private int threads = 2;
  private boolean checkpoint;
  private Optional<Supplier<LogSource>> source = Optional.empty();

  Bench(Path folder) {
    this.folder = folder;
  }

  Bench threads(int count) {
    threads = count;
    return this;
  }

  Bench checkpoint() {
    checkpoint = true;
    return this;
  }

  Bench detectors(List<DetectorKind> some) {
    kinds = some;
    return this;
  }

  Bench sink(NamedSink sink) {
    sinks.add(sink);
    return this;
  }

  Bench watcher(Watcher watcher) {
    watchers.add(watcher);
    return this;
  }

  /** Another log than files; opened anew for each run. */
  Bench source(Supplier<LogSource> other) {
    source = Optional.of(other);
    return this;
  }

  Path alerts() {
    return folder.resolve("alerts.jsonl");
  }

  Path dead() {
    return folder.resolve("dead.jsonl");
  }

  /** Runs over files of the folder, or the folder; stopped after so many events. */
  Ended run(long stopAfter, String... logs) throws Exception {
    List<NamedSink> to = new ArrayList<>(sinks);
    if (to.isEmpty()) {
      to.add(new NamedSink("alerts", FileSink.open(alerts(), new JsonlFormat())));
    }
    List<Run> run = new CopyOnWriteArrayList<>();
    List<Watcher> all = new ArrayList<>(watchers);
    all.add((events, alerts, progress) -> {
      if (progress.events() >= stopAfter) {
        run.get(0).stop();
      }
    });
    try (Monitor monitor =
        new Monitor(List.of(), kinds, new MonitorOptions(threads, 10_000, 5000))) {
      Optional<Checkpoints> checkpoints = checkpoints();
      run.add(
          new Run(
              source.map(Supplier::get).orElseGet(() -> files(logs)),
              () -> new EventParser(() -> LATEST),
              monitor,
              new Watched(kinds, List.of()),
              to,
              all,
              checkpoints,
              DeadLetters.to(dead(), reported::add),
              new RunOptions(threads, Duration.ofMillis(1), Duration.ofSeconds(10)),
              reported::add));
      try {
        return run.get(0).go();
      } finally {
        if (checkpoints.isPresent()) {
          checkpoints.get().close();
        }
      }
    }
  }

  private LogSource files(String... logs) {
    return new FilesSource(
        List.of(logs).stream().map(folder::resolve).toList(), false, reported::add);
  }

  Ended run(String... logs) throws Exception {
    return run(Long.MAX_VALUE, logs);
  }

  private Optional<Checkpoints> checkpoints() throws IOException, UnusableCheckpoint {
    return checkpoint
        ? Optional.of(Checkpoints.in(folder.resolve("checkpoint")))
        : Optional.empty();
  }

  static String line(int i) {
    return """
    {"v":1,"time":"%s","id":"e%d","system":"s","model":"%s","client":"c%d","status":200,"outcome":"served","ms":1.5,\
    "rows":1,"features":[[%d,0.5]],"result":{"score":[0.25]}}
    """
        .formatted(
            Instant.ofEpochMilli(1_700_000_000_000L + i * 40L + (i * 7919L) % 3000),
            i,
            i % 3 == 0 ? "a" : "b",
            i * 31 % 17,
            i % 100);
  }

  /** A log of so many events. */
  Path log(String name, int from, int to) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines.append(line(i));
    }
    return Files.writeString(folder.resolve(name), lines);
  }
}
