package dev.countersign.gateway.config;

/** Something that the configuration names cannot be used. The message is for the operator. */
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1;

  /** With a sentence or two: what, why, and what to do. */
  public Unusable(String message) {
    super(message);
  }
}
