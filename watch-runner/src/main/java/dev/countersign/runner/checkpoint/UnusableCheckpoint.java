package dev.countersign.runner.checkpoint;

/** A run cannot go on from a checkpoint; the message says why and what to do. */
public final class UnusableCheckpoint extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public UnusableCheckpoint(String message) {
    super(message);
  }
}
