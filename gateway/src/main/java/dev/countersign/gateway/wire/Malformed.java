package dev.countersign.gateway.wire;

/** A message that is not of the form of its protocol. The message says what was expected. */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  /** With a sentence for whoever wrote the client. */
  public Malformed(String message) {
    super(message);
  }
}
