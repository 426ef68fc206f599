package dev.countersign.attest.key;

/** It is no key that can be used. The message is one sentence and never holds key material. */
public final class UnusableKey extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** Says what is wrong. */
  public UnusableKey(String message) {
    super(message);
    sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
