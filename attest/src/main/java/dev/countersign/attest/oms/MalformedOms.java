package dev.countersign.attest.oms;

/** A statement is no manifest of a model. The message is one sentence. */
public final class MalformedOms extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MalformedOms(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What is wrong, one sentence. */
  public String sentence() {
    return sentence;
  }
}
