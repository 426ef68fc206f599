package dev.countersign.runner.run;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Those who look on. One that fails is not asked again. */
final class Onlookers {
  private final List<Watcher> all;
  private final Consumer<String> report;

  Onlookers(List<Watcher> all, Consumer<String> report) {
    this.all = new ArrayList<>(all);
    this.report = report;
  }

  void batch(List<Event> events, List<Alert> alerts, Supplier<Progress> progress) {
    if (all.isEmpty()) {
      return;
    }
    Progress now = progress.get();
    all.removeIf(one -> failed(one, events, alerts, now));
  }

  private boolean failed(Watcher one, List<Event> events, List<Alert> alerts, Progress now) {
    try {
      one.batch(events, alerts, now);
      return false;
    } catch (RuntimeException failed) {
      report.accept(
          "%s failed (%s); the run goes on without it."
              .formatted(one.getClass().getSimpleName(), failed));
      return true;
    }
  }
}
