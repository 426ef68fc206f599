package dev.countersign.attest.dsse;

/** It is no DSSE envelope. The message is one sentence. */
public final class MalformedEnvelope extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MalformedEnvelope(String message) {
    super(message);
    sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
