package dev.countersign.gateway.telemetry;

import dev.countersign.gateway.log.InferenceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trace of one request, for its thread only. */
public interface Trace {
  /** Nobody looks. */
  Trace NONE =
      new Trace() {
        @Override
        public Step step(String name) {
          return Step.NONE;
        }

        @Override
        public Optional<Ids> ids() {
          return Optional.empty();
        }

        @Override
        public void end(InferenceEvent event) {}
      };

  /** Begins a part of the work; it ends when it is closed. */
  Step step(String name);

  /** What the trace is called in the log; empty where nobody looks. */
  Optional<Ids> ids();

  /** Ends the trace with what became of the request. */
  void end(InferenceEvent event);

  /**
   * What W3C Trace Context calls a trace and a part of it.
   *
   * @param trace 32 hexadecimal digits
   * @param span 16 hexadecimal digits
   */
  record Ids(String trace, String span) {}

  /** A part of the work. */
  interface Step extends AutoCloseable {
    /** Nobody looks. */
    Step NONE =
        new Step() {
          @Override
          public void say(String key, String value) {}

          @Override
          public List<Map.Entry<String, String>> headers() {
            return List.of();
          }

          @Override
          public void close() {}
        };

    /** Says something of it. */
    void say(String key, String value);

    /** Headers for whoever is asked in this part; empty where the client's own go on. */
    List<Map.Entry<String, String>> headers();

    @Override
    void close();
  }
}
