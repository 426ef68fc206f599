package dev.countersign.benchmarks.watch;

import dev.countersign.runner.calibrate.Calibrated;
import dev.countersign.runner.calibrate.Calibrator;
import dev.countersign.runner.calibrate.Shares;
import dev.countersign.runner.calibrate.TooLittle;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all detectors see, and at which cost: calibrates on a log of benign clients, counts false
 * alarms on another one, and says after how many rows each attack was told of.
 */
public final class WatchDetect {
  private static final double BUDGET = 1e-4;
  private static final long DAY = 86_400_000L;

  private final Path folder;
  private final List<DetectorKind> kinds = Detectors.all();
  private final Attackers attackers;
  private List<ModelBaseline> baselines = List.of();

  private WatchDetect(Path folder) throws IOException {
    this.folder = folder;
    this.attackers = new Attackers(folder);
  }

  /** Takes folders as {@code benchmarks/run watch-logs} makes them. */
  public static void main(String[] folders) throws IOException, TooLittle {
    for (String folder : folders) {
      WatchDetect one = new WatchDetect(Path.of(folder));
      System.out.printf("%n## %s%n%n", one.folder.getFileName());
      one.calibrate();
      one.falseAlarms();
      one.attacks();
    }
  }

  private void calibrate() throws IOException, TooLittle {
    long begun = System.nanoTime();
    List<Calibrated> all = new Calibrator(kinds, BUDGET).calibrate(log("calibration"));
    baselines = all.stream().map(Calibrated::usual).toList();
    for (Calibrated one : all) {
      System.out.printf(
          "calibrated in %.0f s: %s%n", (System.nanoTime() - begun) / 1e9, one.calibration());
    }
  }

  private LogFile log(String name) {
    return new LogFile(folder.resolve(name + ".jsonl"));
  }

  private Monitor monitor() {
    return new Monitor(baselines, kinds, new MonitorOptions(1, 1_000_000, 30_000));
  }

  private void falseAlarms() throws IOException {
    Set<String> clientDays = new HashSet<>();
    Set<String> clients = new HashSet<>();
    Set<String> alarmed = new HashSet<>();
    Set<String> alarmedClients = new HashSet<>();
    Map<String, Integer> by = new TreeMap<>();
    try (Monitor monitor = monitor()) {
      log("evaluation")
          .forEach(event -> {
            clientDays.add(day(event.client(), event.time()));
            clients.add(event.client());
            monitor
                .take(List.of(event))
                .forEach(alert -> count(alert, alarmed, alarmedClients, by));
          });
      monitor.ended().forEach(alert -> count(alert, alarmed, alarmedClients, by));
    }
    System.out.printf(
        "benign: %,d client-days of %,d clients; alarms on %d of them (%.5f; 95 %%: %.5f to %.5f)"
            + " of %d clients %s%n",
        clientDays.size(),
        clients.size(),
        alarmed.size(),
        (double) alarmed.size() / clientDays.size(),
        Shares.lower(alarmed.size(), clientDays.size()),
        Shares.upper(alarmed.size(), clientDays.size()),
        alarmedClients.size(),
        by);
  }

  private static String day(String client, long time) {
    return client + " " + Math.floorDiv(time, DAY);
  }

  private void count(
      Alert alert, Set<String> alarmed, Set<String> clients, Map<String, Integer> by) {
    alarmed.add(day(alert.subject(), alert.time()));
    if (clients.add(alert.subject())) {
      String what =
          attackers.kind(alert.subject())
              + ": "
              + alert.detector()
              + "/"
              + alert.measures().get(0).statistic();
      by.merge(what, 1, Integer::sum);
    }
  }

  /** First attacks that come alone, then those among three honest rows to each, then the rest. */
  private void attacks() throws IOException {
    List<Map.Entry<String, Set<String>>> logs = new ArrayList<>(attackers.logs().entrySet());
    logs.sort(Comparator.comparingInt(one -> sending(one.getKey())));
    for (Map.Entry<String, Set<String>> one : logs) {
      try (Monitor monitor = monitor()) {
        Detection detection = Detection.of(log(one.getKey()), attackers, monitor);
        System.out.printf("%-32s %s%n", one.getKey(), detection.summary(one.getValue()));
      }
    }
  }

  private static int sending(String log) {
    return log.endsWith("-alone") ? 0 : log.endsWith("-diluted-3") ? 1 : 2;
  }
}
