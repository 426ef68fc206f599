package dev.countersign.attest.json;

/** It is not JSON, or not such JSON as everybody reads alike. The message is one sentence. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MalformedJson(String message) {
    super(message);
    sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
