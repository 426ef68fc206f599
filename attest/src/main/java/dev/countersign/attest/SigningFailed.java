package dev.countersign.attest;

/** No signature was made. The message is one sentence and never holds key material. */
public final class SigningFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** Says why. */
  public SigningFailed(String message) {
    super(message);
    sentence = message;
  }

  /** Says why, and from what. */
  public SigningFailed(String message, Throwable cause) {
    super(message, cause);
    sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
