package dev.countersign.runner.sink.network;

/** Who was asked to take an alert will not take it, however often it is tried. */
public final class Undeliverable extends Exception {
  private static final long serialVersionUID = 1L;

  Undeliverable(String message) {
    super(message);
  }
}
