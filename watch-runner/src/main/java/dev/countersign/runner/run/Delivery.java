package dev.countersign.runner.run;

import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Gives alerts to one sink, and keeps those that it could not take until it can: it is tried again
 * after a tenth of a second, then after twice as long, up to half a minute.
 */
final class Delivery {
  /** Where a sink owes so many alerts, the run waits for it: they cannot all be held. */
  static final int MOST_OWED = 100_000;

  private static final long FIRST_WAIT = 100;
  private static final long LONGEST_WAIT = 30_000;

  private final NamedSink to;
  private final Consumer<String> report;
  private final LongSupplier millis;
  private final List<Alert> owed = new ArrayList<>();
  private long wait;
  private long again;

  /**
   * To a sink.
   *
   * @param report takes a sentence when the sink fails, and when it works again
   * @param millis a clock
   */
  Delivery(NamedSink to, Consumer<String> report, LongSupplier millis) {
    this.to = to;
    this.report = report;
    this.millis = millis;
  }

  String name() {
    return to.name();
  }

  /** Takes alerts, after those that are owed. */
  void take(List<Alert> alerts) {
    owed.addAll(alerts);
    settle();
  }

  /** Tries, if it is time. */
  void settle() {
    if (owed.isEmpty() || (wait > 0 && millis.getAsLong() < again)) {
      return;
    }
    try {
      to.sink().take(List.copyOf(owed));
      owed.clear();
      if (wait > 0) {
        report.accept("%s takes alerts again; none was lost.".formatted(to.name()));
      }
      wait = 0;
    } catch (IOException | RuntimeException failed) {
      failed(failed);
    }
  }

  private void failed(Exception why) {
    if (wait == 0) {
      report.accept(
          "%s does not take alerts (%s). They are kept and given again."
              .formatted(to.name(), why(why)));
    }
    wait = Math.min(LONGEST_WAIT, Math.max(FIRST_WAIT, wait * 2));
    again = millis.getAsLong() + wait;
  }

  static String why(Exception failed) {
    return Optional.ofNullable(failed.getMessage()).orElse(failed.toString());
  }

  /** How many alerts it has not taken yet. */
  int owed() {
    return owed.size();
  }

  /** As {@link dev.countersign.runner.sink.AlertSink#commit}. */
  String commit() throws IOException {
    return to.sink().commit();
  }

  /** As {@link dev.countersign.runner.sink.AlertSink#resume}. */
  void resume(String position) throws IOException {
    to.sink().resume(position);
  }

  void close() {
    try {
      to.sink().close();
    } catch (IOException failed) {
      report.accept("%s could not be closed (%s).".formatted(to.name(), why(failed)));
    }
  }
}
