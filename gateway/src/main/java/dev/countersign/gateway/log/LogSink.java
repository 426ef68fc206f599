package dev.countersign.gateway.log;

import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/** Where events go. Used by the log's thread only. */
public interface LogSink extends AutoCloseable {
  /**
   * Takes an event.
   *
   * @param line of it, as the configuration wants it
   */
  void write(InferenceEvent event, ObjectNode line) throws IOException;

  /** Lets go of what waits. */
  void flush() throws IOException;

  @Override
  void close() throws IOException;
}
