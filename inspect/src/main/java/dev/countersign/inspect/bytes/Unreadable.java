package dev.countersign.inspect.bytes;

import java.io.IOException;

/**
 * Bytes that must be expanded cannot be: what they are expanded from is {@link Broken}, or nothing
 * may be spent on it any more. The engine tells of it as of the broken bytes themselves.
 */
public final class Unreadable extends IOException {
  private static final long serialVersionUID = 1;

  private final Broken broken;

  /** Says what is wrong with what they are expanded from. */
  public Unreadable(Broken broken) {
    super(broken.what());
    this.broken = broken;
  }

  /** What is wrong. */
  public Broken broken() {
    return broken;
  }
}
