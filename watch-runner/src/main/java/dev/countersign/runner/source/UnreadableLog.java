package dev.countersign.runner.source;

import java.io.IOException;

/** A log cannot be read at all; the message is a sentence for people that says why. */
public final class UnreadableLog extends IOException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public UnreadableLog(String message) {
    super(message);
  }
}
