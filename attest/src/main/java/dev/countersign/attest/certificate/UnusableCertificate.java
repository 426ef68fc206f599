package dev.countersign.attest.certificate;

/** It is no certificate that can be used. The message is one sentence. */
public final class UnusableCertificate extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  UnusableCertificate(String message) {
    super(message);
    sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
