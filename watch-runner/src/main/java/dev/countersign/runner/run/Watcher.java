package dev.countersign.runner.run;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.event.Event;
import java.util.List;

/** Looks on while a run goes: a screen, metrics, a summary. Never holds it up. */
public interface Watcher {
  /**
   * A batch was taken.
   *
   * @param events of it, in the order of the log
   * @param alerts that came of it
   * @param progress after it
   */
  void batch(List<Event> events, List<Alert> alerts, Progress progress);
}
