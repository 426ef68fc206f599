package dev.countersign.gateway.telemetry;

import dev.countersign.gateway.log.LogSink;
import java.util.Optional;
import java.util.function.Function;

/** What is told to a collector of OpenTelemetry. */
public interface Telemetry extends AutoCloseable {
  /** Nothing is told to anybody. */
  Telemetry NONE =
      new Telemetry() {
        @Override
        public Trace begin(Function<String, Optional<String>> headers, String name) {
          return Trace.NONE;
        }

        @Override
        public LogSink log() {
          throw new IllegalStateException("the configuration was read without a collector");
        }

        @Override
        public long failed() {
          return 0;
        }

        @Override
        public void close() {}
      };

  /**
   * Begins to trace a request.
   *
   * @param headers of the request by name; the trace that they name is gone on with (W3C Trace
   *     Context)
   * @param name of what is asked
   */
  Trace begin(Function<String, Optional<String>> headers, String name);

  /** Takes events of the inference log. */
  LogSink log();

  /** How many records the collector did not take. */
  long failed();

  /** Sends what waits, for some seconds at most. */
  @Override
  void close();
}
