package dev.countersign.runner.calibrate;

import dev.countersign.watch.event.Event;
import java.io.IOException;
import java.util.function.Consumer;

/** A log that can be read from its beginning more than once. */
public interface EventLog {
  /**
   * Gives all events, in the order of the log; the same ones each time.
   *
   * @throws IOException if it cannot be read
   */
  void forEach(Consumer<Event> each) throws IOException;
}
