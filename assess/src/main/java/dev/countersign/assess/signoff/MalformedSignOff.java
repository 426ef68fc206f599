package dev.countersign.assess.signoff;

/**
 * A statement that is no sign-off as docs/sign-off.md specifies it. The message is one sentence.
 */
public final class MalformedSignOff extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedSignOff(String message) {
    super(message);
  }
}
