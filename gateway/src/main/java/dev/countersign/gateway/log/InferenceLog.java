package dev.countersign.gateway.log;

import dev.countersign.gateway.config.LogConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes one line a request. Requests never wait for it: what finds the queue full is counted and
 * not written.
 */
public final class InferenceLog implements AutoCloseable {
  private static final int QUEUED = 8192;

  /** What the events that wait may hold together: 64 MiB. */
  private static final long QUEUED_BYTES = 64L << 20;

  private final BlockingQueue<InferenceEvent> queue = new ArrayBlockingQueue<>(QUEUED);
  private final AtomicLong waiting = new AtomicLong();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder written = new LongAdder();
  private final Optional<LogConfig> config;
  private final List<LogSink> sinks;
  private final @Nullable Thread writer;
  private volatile boolean closing;

  private InferenceLog(Optional<LogConfig> config, List<LogSink> sinks, @Nullable KeyedHash keyed) {
    this.config = config;
    this.sinks = sinks;
    this.writer =
        keyed == null || config.isEmpty()
            ? null
            : Thread.ofPlatform()
                .name("countersign-inference-log")
                .unstarted(() -> write(config.get(), keyed));
  }

  /**
   * Opens the log that the configuration asks for; without one, events go nowhere.
   *
   * @param collector where events go as well, if the configuration says so
   * @throws IOException if its file or its key cannot be used
   */
  public static InferenceLog open(Optional<LogConfig> config, Supplier<LogSink> collector)
      throws IOException {
    if (config.isEmpty()) {
      return new InferenceLog(config, List.of(), null);
    }
    LogConfig asked = config.get();
    KeyedHash keyed = KeyedHash.of(asked);
    List<LogSink> sinks = new ArrayList<>();
    if (asked.file().isPresent()) {
      sinks.add(new RotatingFile(asked.file().get(), asked.rotate(), asked.keep()));
    }
    if (asked.otlp()) {
      sinks.add(collector.get());
    }
    InferenceLog log = new InferenceLog(config, List.copyOf(sinks), keyed);
    if (log.writer != null) {
      log.writer.start();
    }
    return log;
  }

  /** Whether anything is written. */
  public boolean isOn() {
    return writer != null;
  }

  /** What the configuration asks for. */
  public Optional<LogConfig> config() {
    return config;
  }

  /** Takes an event, or counts that there was no room for it. */
  public void add(InferenceEvent event) {
    if (!isOn()) {
      return;
    }
    if (waiting.get() > QUEUED_BYTES || !queue.offer(event)) {
      dropped.increment();
      return;
    }
    waiting.addAndGet(event.keptBytes());
  }

  /** How much of bodies the log keeps. */
  public LogConfig.Content content() {
    return config.map(LogConfig::content).orElse(LogConfig.Content.NONE);
  }

  /** Whether it keeps the rows that predictive models are asked. */
  public boolean keepsFeatures() {
    return config.map(LogConfig::features).orElse(false);
  }

  /** How many events were not written. */
  public long dropped() {
    return dropped.sum();
  }

  /** How many were. */
  public long written() {
    return written.sum();
  }

  private void write(LogConfig how, KeyedHash keyed) {
    while (!closing || !queue.isEmpty()) {
      try {
        InferenceEvent event = queue.poll(200, TimeUnit.MILLISECONDS);
        if (event == null) {
          flush();
        } else {
          waiting.addAndGet(-event.keptBytes());
          write(event, event.json(how, keyed));
          written.increment();
        }
      } catch (InterruptedException hurry) {
        closing = true;
      } catch (IOException full) {
        dropped.increment();
      }
    }
  }

  private void write(InferenceEvent event, ObjectNode line) throws IOException {
    for (LogSink sink : sinks) {
      sink.write(event, line);
    }
  }

  private void flush() throws IOException {
    for (LogSink sink : sinks) {
      sink.flush();
    }
  }

  /** Writes what is queued and closes the file. */
  @Override
  public void close() throws IOException {
    closing = true;
    if (writer == null) {
      return;
    }
    try {
      writer.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    for (LogSink sink : sinks) {
      sink.close();
    }
  }
}
