package dev.countersign.runner.kafka;

/** An address of Kafka, or what is set for it, cannot be used; the message says what to write. */
public final class UnusableKafka extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to write. */
  public UnusableKafka(String message) {
    super(message);
  }
}
