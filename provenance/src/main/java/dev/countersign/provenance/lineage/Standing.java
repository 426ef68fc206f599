package dev.countersign.provenance.lineage;

/**
 * What the word for one item is worth.
 *
 * @param state the class
 * @param why in words: by whom it is signed, what is wrong, what is missing
 */
public record Standing(State state, String why) {
  /** The classes, from best to worst. */
  public enum State {
    /** Signed by somebody whom the trust policy admits. */
    ADMITTED,
    /** Signed, and nobody has looked whose signature it is. */
    SIGNED,
    /** It follows from a statement that stands for itself elsewhere in the chain. */
    IMPLIED,
    /** Said without a signature. */
    UNSIGNED,
    /** No statement was found. */
    MISSING,
    /** Signed, but the signature proves nothing. */
    REFUSED
  }

  static final Standing IMPLIED = new Standing(State.IMPLIED, "");

  static Standing missing(String why) {
    return new Standing(State.MISSING, why);
  }
}
