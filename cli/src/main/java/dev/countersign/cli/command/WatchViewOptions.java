package dev.countersign.cli.command;

import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.cli.watch.WatchViews;
import dev.countersign.runner.heartbeat.WatchHeartbeats;
import dev.countersign.runner.heartbeat.WatchHeartbeats.Monitored;
import dev.countersign.runner.metrics.MetricsPort;
import dev.countersign.runner.screen.LiveScreen;
import dev.countersign.runner.screen.LiveScreen.Look;
import dev.countersign.runner.summary.Summary;
import dev.countersign.watch.baseline.BaselineFile;
import dev.countersign.watch.detector.DetectorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options about who looks on while a run goes. */
final class WatchViewOptions {
  private static final Duration BETWEEN_HEARTBEATS = Duration.ofMinutes(1);
  private static final int LARGEST_PORT = 65_535;

  @Option(
      names = "--live",
      description =
          "Shows on standard error how it goes: on a terminal drawn anew in its place, elsewhere a"
              + " line every ten seconds.")
  boolean live;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "At the end writes a page of HTML: what was seen, with plots.")
  @Nullable Path summary;

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description = "Serves /metrics for Prometheus at 127.0.0.1.")
  @Nullable Integer metrics;

  @Option(
      names = "--heartbeat",
      paramLabel = "FILE",
      description =
          "Signs every minute and at the end that it runs, and what it saw: evidence for"
              + " countersign check. Needs --baseline and a key.")
  @Nullable Path heartbeat;

  @Mixin KeyOptions key = new KeyOptions();

  /**
   * Opens what is asked for.
   *
   * @throws Refused if one of them cannot be
   */
  WatchViews open(
      Console console,
      Terminal terminal,
      List<DetectorKind> kinds,
      List<BaselineFile> baselines,
      TrustOptions trust) {
    List<String> detectors = kinds.stream().map(DetectorKind::id).toList();
    WatchViews views = new WatchViews();
    try {
      if (heartbeat != null) {
        addHeartbeat(heartbeat, views, console, monitored(kinds, baselines), trust);
      }
      if (metrics != null) {
        MetricsPort port = port(metrics, detectors);
        views.add(port, port::close);
      }
      if (summary != null) {
        addSummary(summary, views);
      }
      if (live) {
        LiveScreen screen = new LiveScreen(console.err(), look(console, terminal), detectors);
        views.add(screen, screen::close);
      }
      return views;
    } catch (Refused refused) {
      views.close();
      throw refused;
    }
  }

  /** Whether the screen belongs to the live view, so that alerts are not written over it. */
  boolean takesTheScreen(Console console) {
    return live && look(console, new Terminal(Terminal.USUAL, false, false)).terminal();
  }

  private static Look look(Console console, Terminal terminal) {
    boolean drawn =
        console.interactive() && console.variable("TERM").filter("dumb"::equals).isEmpty();
    return new Look(drawn, terminal.colour(), terminal.width());
  }

  private static void addSummary(Path file, WatchViews views) {
    if (!Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
      throw new Refused("--summary " + file + ": its folder is not there. Make it first.");
    }
    Summary summary = new Summary();
    views.add(summary, () -> AtomicFile.rewrite(file, summary.html()));
  }

  private static MetricsPort port(int number, List<String> detectors) {
    if (number < 0 || number > LARGEST_PORT) {
      throw new Refused("--metrics " + number + " is no port. Write one from 0 to 65535.");
    }
    try {
      return MetricsPort.open(number, detectors);
    } catch (IOException taken) {
      throw new Refused(
          "--metrics %d cannot be opened (%s). Choose another port."
              .formatted(number, Failure.why(taken)));
    }
  }

  private static Monitored monitored(List<DetectorKind> kinds, List<BaselineFile> baselines) {
    if (baselines.isEmpty()) {
      throw new Refused(
          "--heartbeat says which baseline a monitor compares with, and there is none. Name it:"
              + " --baseline FILE.");
    }
    SortedMap<String, Integer> versions = new TreeMap<>();
    kinds.forEach(kind -> versions.put(kind.id(), kind.version()));
    return new Monitored(baselines.stream().map(BaselineFile::digest).toList(), versions);
  }

  private void addHeartbeat(
      Path file, WatchViews views, Console console, Monitored monitored, TrustOptions trust) {
    if (!Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
      throw new Refused("--heartbeat " + file + ": its folder is not there. Make it first.");
    }
    WatchHeartbeats beats =
        new WatchHeartbeats(
            monitored,
            file,
            key.signer(console),
            trust.policy(file),
            note -> console.complain("countersign: " + Safe.line(note) + "\n"));
    beats.every(BETWEEN_HEARTBEATS);
    views.add(beats, beats::close);
  }
}
