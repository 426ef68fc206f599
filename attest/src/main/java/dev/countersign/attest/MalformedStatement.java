package dev.countersign.attest;

/** It is no in-toto Statement v1. The message is one sentence. */
public final class MalformedStatement extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MalformedStatement(String message) {
    super(message);
    sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
