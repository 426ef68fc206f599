package dev.countersign.gateway.telemetry;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What OpenTelemetry's SDK logs of itself, which it throttles, goes where all notes go. */
final class ExportNotes extends Handler {
  /** Held, because loggers that nobody holds lose their handlers. */
  private static final Logger SDK = Logger.getLogger("io.opentelemetry");

  private final Consumer<String> notes;
  private final SimpleFormatter text = new SimpleFormatter();

  private ExportNotes(Consumer<String> notes) {
    this.notes = notes;
  }

  /** For all that the SDK says from now on. */
  static void to(Consumer<String> notes) {
    SDK.setUseParentHandlers(false);
    for (Handler old : SDK.getHandlers()) {
      SDK.removeHandler(old);
    }
    SDK.addHandler(new ExportNotes(notes));
  }

  @Override
  public void publish(LogRecord record) {
    if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
      notes.accept("Telemetry: " + text.formatMessage(record));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
