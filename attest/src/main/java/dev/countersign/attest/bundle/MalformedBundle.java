package dev.countersign.attest.bundle;

/** It is no Sigstore bundle with an envelope. The message is one sentence. */
public final class MalformedBundle extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MalformedBundle(String message) {
    super(message);
    sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
