package dev.countersign.gateway.proxy;

import dev.countersign.gateway.wire.Event;
import java.io.IOException;

/** Lets events of one API through, as far as gates let it. */
interface EventFilter {
  /**
   * Takes the next.
   *
   * @throws Refused if a gate ends the stream
   * @throws IOException if the client is gone
   */
  void accept(Event event) throws Refused, IOException;

  /** Nothing comes any more. */
  void end() throws Refused, IOException;
}
