package dev.countersign.runner.sink;

import dev.countersign.runner.sink.format.AlertFormat;
import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Standard output, or another stream that nothing can be taken back from: after a crash, alerts
 * since the last checkpoint come a second time with the same id and sequence.
 */
public final class StreamSink implements AlertSink {
  private final OutputStream out;
  private final AlertFormat format;

  /**
   * Into a stream.
   *
   * @param out is flushed after each batch and never closed
   */
  public StreamSink(OutputStream out, AlertFormat format) {
    this.out = out;
    this.format = format;
  }

  @Override
  public void take(List<Alert> alerts) throws IOException {
    for (Alert alert : alerts) {
      out.write((format.write(alert) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  @Override
  public String commit() {
    return "";
  }

  @Override
  public void resume(String position) {
    // What was shown was shown.
  }

  @Override
  public void close() {
    // The stream belongs to who gave it.
  }
}
