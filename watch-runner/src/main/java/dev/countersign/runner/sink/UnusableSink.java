package dev.countersign.runner.sink;

/** Alerts cannot go where they were asked to go; the message says why and what to write. */
public final class UnusableSink extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to write. */
  public UnusableSink(String message) {
    super(message);
  }
}
