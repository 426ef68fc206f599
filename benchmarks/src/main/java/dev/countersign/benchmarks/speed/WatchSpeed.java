package dev.countersign.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.countersign.runner.calibrate.Calibrator;
import dev.countersign.runner.calibrate.EventLog;
import dev.countersign.runner.run.DeadLetters;
import dev.countersign.runner.run.Ended;
import dev.countersign.runner.run.NamedSink;
import dev.countersign.runner.run.Progress;
import dev.countersign.runner.run.Run;
import dev.countersign.runner.run.RunOptions;
import dev.countersign.runner.run.Watched;
import dev.countersign.runner.run.Watcher;
import dev.countersign.runner.sink.FileSink;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.runner.source.FilesSource;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.EventParser;
import dev.countersign.watch.log.Parsed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many events a second are watched, from a file of JSON Lines to a file of alerts, in one
 * process: reading, parsing, and all detectors with a baseline that was calibrated on the rows of
 * the first events, so that each of them has all its work to do.
 */
public final class WatchSpeed {
  private static final int LEARNT = 20_000;
  private static final int TEACHERS = 100;
  private static final int DAYS = 10;
  private static final double BUDGET = 0.01;
  private static final int MOST_CLIENTS = 2_000_000;

  /** What fewer take is less than what else comes and goes on the heap. */
  private static final int ENOUGH_CLIENTS = 10_000;

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
    ModelBaseline usual = usual(log, kinds);
    MonitorOptions options = new MonitorOptions(threads, MOST_CLIENTS, 30_000);
    Halfway halfway = new Halfway(events / 2);
    try (Monitor monitor = new Monitor(List.of(usual), kinds, options)) {
      long before = heap();
      long begun = System.nanoTime();
      Ended ended =
          watch(log, folder.resolve("alerts.jsonl"), kinds, usual, monitor, threads, halfway);
      double seconds = (System.nanoTime() - begun) / 1e9;
      String second = halfway.since(ended.progress().events());
      System.out.printf(
          "%,9d events, %3d features, %,9d clients, %d threads, %s: %6.2f s, %,9.0f events/s (second half: %s), %s%n",
          ended.progress().events(),
          width,
          clients,
          threads,
          kinds.stream().map(DetectorKind::id).toList(),
          seconds,
          ended.progress().events() / seconds,
          second,
          memory(monitor, before));
    }
  }

  /**
   * Knows when half of the events were taken: until then there is much that is compiled. What the
   * processors did is told apart from what passed, since other processes may have had them.
   */
  private static final class Halfway implements Watcher {
    private final OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long half;
    private long seen;
    private long nanos;
    private long worked;

    Halfway(long half) {
      this.half = half;
    }

    @Override
    public void batch(List<Event> events, List<Alert> alerts, Progress progress) {
      if (seen < half) {
        seen += events.size();
        nanos = System.nanoTime();
        worked = system.getProcessCpuTime();
      }
    }

    String since(long events) {
      double left = events - seen;
      double passed = System.nanoTime() - nanos;
      double work = system.getProcessCpuTime() - worked;
      return "%,.0f events/s, %.1f us of processor time each"
          .formatted(left * 1e9 / passed, work / 1000 / left);
    }
  }

  private static String memory(Monitor monitor, long before) {
    String remembered = "%,d clients remembered".formatted(monitor.clients());
    if (monitor.clients() < ENOUGH_CLIENTS) {
      return remembered;
    }
    long each = (heap() - before) / monitor.clients();
    return "%s, %,d bytes of heap each".formatted(remembered, each);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static List<DetectorKind> kinds(String ids) {
    List<String> asked = List.of(ids.split(","));
    return Detectors.all().stream()
        .filter(kind -> ids.isEmpty() || asked.contains(kind.id()))
        .toList();
  }

  private static Ended watch(
      Path log,
      Path alerts,
      List<DetectorKind> kinds,
      ModelBaseline usual,
      Monitor monitor,
      int threads,
      Watcher halfway)
      throws Exception {
    Files.deleteIfExists(alerts);
    RunOptions run = RunOptions.usual();
    return new Run(
            new FilesSource(List.of(log), false, System.err::println),
            () -> new EventParser(() -> Long.MAX_VALUE),
            monitor,
            new Watched(kinds, List.of(usual)),
            List.of(new NamedSink("alerts", FileSink.open(alerts, new JsonlFormat()))),
            List.of(halfway),
            Optional.empty(),
            DeadLetters.none(),
            new RunOptions(threads, run.every(), run.patience()),
            System.err::println)
        .go();
  }

  /**
   * Calibrated on the first events, as those of {@link #TEACHERS} clients on {@link #DAYS} days.
   */
  private static ModelBaseline usual(Path log, List<DetectorKind> kinds) throws Exception {
    List<Event> first = first(log);
    EventLog usual =
        each -> IntStream.range(0, first.size()).forEach(i -> each.accept(of(first, i)));
    return new Calibrator(kinds, BUDGET).calibrate(usual).getFirst().usual();
  }

  private static Event of(List<Event> first, int place) {
    Event event = first.get(place);
    long day = place * (long) DAYS / first.size();
    return Event.at(day * 86_400_000L + place, event.id())
        .system(event.system())
        .model(event.model())
        .client("teacher-" + place % TEACHERS)
        .operation(event.operation())
        .status(event.status())
        .millis(event.millis())
        .bytesIn(event.bytesIn())
        .bytesOut(event.bytesOut())
        .rows(event.rows())
        .build();
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
