package dev.countersign.runner.sink.network;

import dev.countersign.runner.sink.AlertSink;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.alert.MalformedAlert;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Alerts that wait to be brought to another machine, by a thread of their own, in their order. What
 * is not taken is tried again, after one second first and after a minute at most. What waits is
 * part of a checkpoint, so that a slow or dead receiver holds nothing up and an alert reaches it at
 * least once: a second time with the same id and sequence. Where too many wait, no more are taken
 * until there is room.
 */
public final class Outbox implements AlertSink {
  /** How many alerts wait before no more are taken; one batch may go beyond. */
  public static final int MOST = 1_000;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LAST_CHANCE = Duration.ofSeconds(10);

  private final Carrier carrier;
  private final Consumer<String> notes;
  private final Duration firstPause;
  private final Deque<Alert> waiting = new ArrayDeque<>();
  private final Thread thread;

  /**
   * Begins to bring what it is given.
   *
   * @param notes takes sentences for people about what was not taken, from another thread
   */
  public Outbox(Carrier carrier, Consumer<String> notes) {
    this(carrier, notes, FIRST_PAUSE);
  }

  Outbox(Carrier carrier, Consumer<String> notes, Duration firstPause) {
    this.carrier = carrier;
    this.notes = notes;
    this.firstPause = firstPause;
    this.thread = Thread.ofPlatform().daemon().name("alerts").start(this::run);
  }

  @Override
  public void take(List<Alert> alerts) throws IOException {
    synchronized (waiting) {
      if (waiting.size() >= MOST) {
        throw new IOException(
            "%,d alerts wait for %s, and no more are taken until it takes some."
                .formatted(waiting.size(), carrier.target()));
      }
      waiting.addAll(alerts);
      waiting.notifyAll();
    }
  }

  /** The alerts that wait, one a line: a few kilobytes each. */
  @Override
  public String commit() {
    synchronized (waiting) {
      return String.join("\n", waiting.stream().map(AlertJson::line).toList());
    }
  }

  @Override
  public void resume(String position) throws IOException {
    List<Alert> left = new ArrayList<>();
    for (String line : position.lines().toList()) {
      try {
        left.add(AlertJson.read(line));
      } catch (MalformedAlert wrong) {
        throw new IOException(
            "the checkpoint has no alerts for " + carrier.target() + ": " + wrong.getMessage());
      }
    }
    synchronized (waiting) {
      left.reversed().forEach(waiting::addFirst);
      waiting.notifyAll();
    }
  }

  private void run() {
    try {
      while (true) {
        bring(next());
      }
    } catch (InterruptedException closed) {
      carrier.close();
    }
  }

  private Alert next() throws InterruptedException {
    synchronized (waiting) {
      while (waiting.isEmpty()) {
        waiting.wait();
      }
      return waiting.getFirst();
    }
  }

  private void bring(Alert alert) throws InterruptedException {
    Duration pause = firstPause;
    boolean brought = false;
    boolean told = false;
    while (!brought) {
      try {
        carrier.send(alert);
        brought = true;
      } catch (Undeliverable never) {
        notes.accept("Alert %s was not taken: %s".formatted(alert.id(), never.getMessage()));
        brought = true;
      } catch (IOException later) {
        if (!told) {
          notes.accept(
              "%s takes no alerts (%s). They wait and are tried again."
                  .formatted(carrier.target(), later.getMessage()));
          told = true;
        }
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
    synchronized (waiting) {
      waiting.removeFirst();
      waiting.notifyAll();
    }
  }

  /** Gives what waits ten seconds; what is left then is told of, and is in the last checkpoint. */
  @Override
  public void close() {
    int left = drained(LAST_CHANCE);
    thread.interrupt();
    if (left > 0) {
      notes.accept(
          "%,d alerts were not taken by %s. A run that goes on from the checkpoint tries them again."
              .formatted(left, carrier.target()));
    }
  }

  /** Waits until everything was brought, but no longer; how many are left. */
  int drained(Duration most) {
    long until = System.nanoTime() + most.toNanos();
    synchronized (waiting) {
      long left = most.toMillis();
      while (!waiting.isEmpty() && left > 0) {
        try {
          waiting.wait(left);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return waiting.size();
        }
        left = (until - System.nanoTime()) / 1_000_000;
      }
      return waiting.size();
    }
  }
}
