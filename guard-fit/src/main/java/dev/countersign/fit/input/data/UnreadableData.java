package dev.countersign.fit.input.data;

/** Data that cannot be read, or nothing can be fitted on. The message says where and what to do. */
public final class UnreadableData extends Exception {
  private static final long serialVersionUID = 1;

  /** With a sentence or two for whoever fits. */
  public UnreadableData(String message) {
    super(message);
  }
}
