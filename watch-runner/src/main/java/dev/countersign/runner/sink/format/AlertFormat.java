package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;

/**
 * A form that alerts are written in. Whatever it writes is harmless on a terminal, and no text of
 * the log ends a line or a field early.
 */
public interface AlertFormat {
  /** What {@code --alerts} calls it, for example {@code jsonl}. */
  String word();

  /** Of HTTP, for example {@code application/json}. */
  String mediaType();

  /** An alert, without the end of its last line. */
  String write(Alert alert);
}
