package dev.countersign.runner.summary;

import dev.countersign.runner.run.Progress;
import dev.countersign.runner.run.Watcher;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.event.Event;
import java.util.List;
import java.util.Map;

/**
 * One page about what a run saw since this start: events over time, alerts by detector and
 * severity, the clients that stand out, how scores moved. It holds everything that it needs and
 * asks for nothing from elsewhere.
 */
public final class Summary implements Watcher {
  private final Collected collected = new Collected();
  private Progress last = new Progress(0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, "");

  @Override
  public void batch(List<Event> events, List<Alert> alerts, Progress progress) {
    events.forEach(collected::take);
    alerts.forEach(collected::take);
    last = progress;
  }

  /** The page, in HTML. */
  public String html() {
    return new SummaryPage(collected, last).html();
  }
}
