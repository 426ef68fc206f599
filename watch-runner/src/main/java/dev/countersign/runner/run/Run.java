package dev.countersign.runner.run;

import dev.countersign.runner.checkpoint.Checkpoints;
import dev.countersign.runner.checkpoint.UnusableCheckpoint;
import dev.countersign.runner.source.LogSource;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.LineParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches one log, from its beginning or from a checkpoint, to its end or until it is stopped.
 *
 * <p>With a checkpoint, a run that was killed goes on so that sinks which can take back what they
 * wrote have each alert once; others may get some a second time. Nothing that fails in a sink or in
 * a watcher stops it.
 */
public final class Run {
  private static final long IDLE_MILLIS = 200;
  private static final int LEAST_SHARE = 20;

  private final LogSource source;
  private final Supplier<LineParser> parser;
  private final Monitor monitor;
  private final Memory memory;
  private final Deliveries sinks;
  private final Onlookers watchers;
  private final Optional<Checkpoints> checkpoints;
  private final DeadLetters dead;
  private final RunOptions options;
  private final Consumer<String> report;
  private Rate rate = new Rate(System.nanoTime(), 0);
  private String where = "";
  private long nextCheckpoint;
  private boolean failing;
  private volatile boolean stopped;

  /**
   * A run.
   *
   * @param parser makes a parser for each thread
   * @param watched what the monitor was made with
   * @param report takes a sentence about each thing that failed
   */
  public Run(
      LogSource source,
      Supplier<LineParser> parser,
      Monitor monitor,
      Watched watched,
      List<NamedSink> sinks,
      List<Watcher> watchers,
      Optional<Checkpoints> checkpoints,
      DeadLetters dead,
      RunOptions options,
      Consumer<String> report) {
    this.source = source;
    this.parser = parser;
    this.monitor = monitor;
    this.memory = new Memory(watched, monitor);
    this.sinks = new Deliveries(sinks, report, () -> System.nanoTime() / 1_000_000);
    this.watchers = new Onlookers(watchers, report);
    this.checkpoints = checkpoints;
    this.dead = dead;
    this.options = options;
    this.report = report;
  }

  /** Has it end soon; from any thread. */
  public void stop() {
    stopped = true;
  }

  /**
   * Runs. Closes the sinks and the source, not the monitor and the checkpoints.
   *
   * @throws UnusableCheckpoint if it cannot go on from the checkpoint
   * @throws IOException if the log cannot be read at all, or no checkpoint can be written at the
   *     beginning
   */
  public Ended go() throws IOException, UnusableCheckpoint, InterruptedException {
    try {
      begin();
      try (Reading reading = new Reading(source, parser, options.threads())) {
        all(reading);
      }
      return end();
    } finally {
      sinks.close();
    }
  }

  private void begin() throws IOException, UnusableCheckpoint {
    if (checkpoints.isEmpty()) {
      return;
    }
    if (checkpoints.get().exist()) {
      checkpoints.get().read(in -> memory.read(in, sinks));
      source.resume(memory.marks());
      rate = new Rate(System.nanoTime(), monitor.events());
    } else {
      // So that a run which is killed before its first checkpoint begins anew with what was there.
      checkpoints.get().write(memory.content(sinks.commit()));
    }
    nextCheckpoint = System.nanoTime() + options.every().toNanos();
  }

  private void all(Reading reading) throws IOException, InterruptedException {
    while (!stopped) {
      Optional<Batch> batch = reading.next(IDLE_MILLIS);
      if (batch.isPresent() && Reading.isEnd(batch.get())) {
        return;
      }
      if (batch.isPresent()) {
        take(batch.get());
      } else {
        sinks.settle();
      }
      if (checkpoints.isPresent() && System.nanoTime() > nextCheckpoint) {
        checkpoint(checkpoints.get());
      }
    }
  }

  private void take(Batch batch) throws InterruptedException {
    where = batch.file();
    List<Event> events = fresh(batch);
    memory.counts().read(batch);
    memory.counts().took(events);
    dead.take(batch.rejected());
    List<Alert> alerts = monitor.take(events);
    batch.marks().forEach(memory::mark);
    tell(events, alerts);
  }

  private List<Event> fresh(Batch batch) {
    List<Event> fresh = new ArrayList<>(batch.events().size());
    for (int i = 0; i < batch.events().size(); i++) {
      if (memory.duplicates().isOne(batch.prints()[i])) {
        memory.counts().duplicate();
      } else {
        fresh.add(batch.events().get(i));
      }
    }
    return fresh;
  }

  private void tell(List<Event> events, List<Alert> alerts) throws InterruptedException {
    memory.counts().told(alerts);
    sinks.take(alerts);
    watchers.batch(events, alerts, this::progress);
  }

  /** Where a sink owes alerts the last checkpoint stays, for the alerts are in no other place. */
  private void checkpoint(Checkpoints to) {
    sinks.settle();
    long begun = System.nanoTime();
    try {
      if (sinks.owed() == 0) {
        to.write(memory.content(sinks.commit()));
        failing = false;
      }
    } catch (IOException failed) {
      if (!failing) {
        report.accept(
            "No checkpoint can be written (%s). The run goes on, and tries again."
                .formatted(Delivery.why(failed)));
      }
      failing = true;
    }
    long now = System.nanoTime();
    nextCheckpoint = now + Math.max(options.every().toNanos(), (now - begun) * LEAST_SHARE);
  }

  private Ended end() throws InterruptedException {
    sinks.settle(options.patience());
    checkpoints.ifPresent(this::checkpoint);
    if (!stopped || checkpoints.isEmpty()) {
      tell(List.of(), monitor.ended());
    }
    long undelivered = sinks.settle(options.patience());
    return new Ended(
        progress(), memory.counts().malformed(), undelivered, source.unreadable(), stopped);
  }

  private Progress progress() {
    Counts counts = memory.counts();
    return new Progress(
        monitor.events(),
        counts.bytes(),
        counts.malformedLines(),
        counts.duplicates(),
        monitor.clients(),
        monitor.forgotten(),
        monitor.late(),
        counts.alerts(),
        counts.newest(),
        rate.at(System.nanoTime(), monitor.events()),
        where);
  }
}
