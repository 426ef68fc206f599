package dev.countersign.flink;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.event.Event;
import org.apache.flink.api.java.functions.KeySelector;

/** What the two stages are keyed by. */
final class Keys {
  private Keys() {}

  /** A client of a model: events of one are seen by one worker, in their order. */
  static KeySelector<Event, String> ofClient(Watched watched) {
    ModelNames names = new ModelNames(watched);
    return event -> names.of(event.system(), event.model()) + "\n" + event.client();
  }

  /** A model: all that is contributed about it is seen by one worker. */
  static KeySelector<Contribution, String> ofModel(Watched watched) {
    ModelNames names = new ModelNames(watched);
    return told -> names.of(told.system(), told.model());
  }
}
