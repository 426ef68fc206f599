package dev.countersign.attest.certificate;

/**
 * Why a certificate is not accepted.
 *
 * @param kind the class of failure
 * @param detail a clause for a sentence
 */
public record Flaw(Kind kind, String detail) {
  /** The class of failure. */
  public enum Kind {
    /** Past its last day. */
    EXPIRED,
    /** Before its first day. */
    NOT_YET_VALID,
    /** Its key usage does not allow to sign. */
    UNFIT,
    /** No valid path leads to an authority. */
    UNTRUSTED
  }
}
