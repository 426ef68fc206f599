package dev.countersign.inspect.pickle;

/** Data of which the content does not matter. */
public enum Plain implements Value {
  /** {@code None}. */
  NONE("None"),
  /** {@code True}. */
  TRUE("True"),
  /** {@code False}. */
  FALSE("False"),
  /** A number with a fraction, or one of more than 64 bits. */
  NUMBER("<number>"),
  /** Data that stand outside of the pickle: a buffer, or what a persistent id stands for. */
  OUTSIDE("<outside>"),
  /** Data of which only the kind is still known, or not even that: too many to keep. */
  FORGOTTEN("…");

  private final String shown;

  Plain(String shown) {
    this.shown = shown;
  }

  @Override
  public String toString() {
    return shown;
  }
}
