package dev.countersign.benchmarks.speed;

import dev.countersign.runner.run.DeadLetters;
import dev.countersign.runner.run.Ended;
import dev.countersign.runner.run.NamedSink;
import dev.countersign.runner.run.Run;
import dev.countersign.runner.run.RunOptions;
import dev.countersign.runner.run.Watched;
import dev.countersign.runner.sink.FileSink;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.runner.source.FilesSource;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.EventParser;
import dev.countersign.watch.log.Parsed;
import dev.countersign.watch.space.FeatureSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many events a second are watched, from a file of JSON Lines to a file of alerts, in one
 * process: reading, parsing, all detectors with a space of the features and what they learn from
 * the first events.
 */
public final class WatchSpeed {
  private static final int LEARNT = 20_000;
  private static final int MOST_CLIENTS = 2_000_000;

  private WatchSpeed() {}

  /**
   * Writes a log if it is not there, and watches it.
   *
   * @param args folder, events, features, clients, threads, and perhaps detectors apart from commas
   *     (none for none)
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int events = Integer.parseInt(args[1]);
    int width = Integer.parseInt(args[2]);
    int clients = Integer.parseInt(args[3]);
    int threads = Integer.parseInt(args[4]);
    Path log = folder.resolve("log-%d-%d-%d.jsonl".formatted(events, width, clients));
    if (!Files.exists(log)) {
      SpeedLog.write(log, events, width, clients);
    }
    List<DetectorKind> kinds = kinds(args.length > 5 ? args[5] : "");
    ModelBaseline usual = usual(log, width, kinds);
    long begun = System.nanoTime();
    Ended ended = watch(log, folder.resolve("alerts.jsonl"), kinds, usual, threads);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%,9d events, %3d features, %,9d clients, %d threads, %s: %6.2f s, %,9.0f events/s, %s%n",
        ended.progress().events(),
        width,
        clients,
        threads,
        kinds.stream().map(DetectorKind::id).toList(),
        seconds,
        ended.progress().events() / seconds,
        memory(ended));
  }

  private static String memory(Ended ended) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return "%,d clients remembered, heap after a collection %,d MiB"
        .formatted(ended.progress().clients(), used >> 20);
  }

  private static List<DetectorKind> kinds(String ids) {
    List<String> asked = List.of(ids.split(","));
    return Detectors.all().stream()
        .filter(kind -> ids.isEmpty() || asked.contains(kind.id()))
        .toList();
  }

  private static Ended watch(
      Path log, Path alerts, List<DetectorKind> kinds, ModelBaseline usual, int threads)
      throws Exception {
    Files.deleteIfExists(alerts);
    MonitorOptions options = new MonitorOptions(threads, MOST_CLIENTS, 30_000);
    try (Monitor monitor = new Monitor(List.of(usual), kinds, options)) {
      RunOptions run = RunOptions.usual();
      Ended ended =
          new Run(
                  new FilesSource(List.of(log), false, System.err::println),
                  () -> new EventParser(() -> Long.MAX_VALUE),
                  monitor,
                  new Watched(kinds, List.of(usual)),
                  List.of(new NamedSink("alerts", FileSink.open(alerts, new JsonlFormat()))),
                  List.of(),
                  Optional.empty(),
                  DeadLetters.none(),
                  new RunOptions(threads, run.every(), run.patience()),
                  System.err::println)
              .go();
      System.gc();
      return ended;
    }
  }

  /** Middle and spread of the first events, and what detectors learn of them. */
  private static ModelBaseline usual(Path log, int width, List<DetectorKind> kinds)
      throws IOException {
    List<Event> first = first(log);
    Map<String, ObjectNode> settings = new TreeMap<>();
    for (DetectorKind kind : kinds) {
      Optional<Learner> learner = kind.learner();
      if (learner.isPresent()) {
        first.forEach(learner.get()::learn);
        settings.put(kind.id(), learner.get().settings());
      }
    }
    float[] spread = new float[width];
    Arrays.fill(spread, 1.4f);
    return new ModelBaseline(
        "card-fraud",
        "fraud",
        "fraud",
        Optional.of(new FeatureSpace(new float[width], spread)),
        Map.of(),
        settings);
  }

  private static List<Event> first(Path log) throws IOException {
    EventParser parser = new EventParser(() -> Long.MAX_VALUE);
    List<Event> events = new ArrayList<>();
    try (Stream<String> lines = Files.lines(log)) {
      lines.limit(LEARNT).forEach(line -> add(parser, line, events));
    }
    return events;
  }

  private static void add(EventParser parser, String line, List<Event> into) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (parser.parse(bytes, 0, bytes.length, () -> "") instanceof Parsed.Read read) {
      into.add(read.event());
    }
  }
}
