package dev.countersign.runner.calibrate;

/** A log is too small for what was asked of it; the message says what is missing. */
public final class TooLittle extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentences;

  TooLittle(String message) {
    super(message);
    sentences = message;
  }

  @Override
  public String getMessage() {
    return sentences;
  }
}
