package dev.countersign.watch.baseline;

/** A baseline that nothing can be watched with; the message says why and what to do. */
public final class UnusableBaseline extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public UnusableBaseline(String message) {
    super(message);
  }
}
