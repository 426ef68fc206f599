package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertWords;

/** What security events say of who made them. */
final class Product {
  static final String VENDOR = "Countersign";
  static final String NAME = "countersign watch";

  private Product() {}

  /** The family of an alert's threat: {@code model-extraction}. */
  static String family(Alert alert) {
    int at = alert.threat().indexOf('@');
    return at < 0 ? alert.threat() : alert.threat().substring(0, at);
  }

  /** One line for a list of events. */
  static String title(Alert alert) {
    return AlertWords.name(alert.threat()) + ": " + AlertWords.about(alert);
  }

  /** What was seen and how unusual it is, in two sentences. */
  static String message(Alert alert) {
    return AlertWords.seen(alert) + " " + AlertWords.unusual(alert);
  }
}
