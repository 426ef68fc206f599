package dev.countersign.attest;

import dev.countersign.attest.trust.Identity;
import java.util.List;

/** What verifying a signed statement gave. */
public sealed interface Verification {
  /**
   * The signature is good and the trust policy admits whose it is for this purpose.
   *
   * @param by who speaks
   * @param statement what is said
   * @param digest SHA-256 of the signed payload, lower-case hexadecimal
   * @param notes what a reader should know, a sentence each: a historical form, a rule that ends
   *     soon
   */
  record Admitted(Identity by, Statement statement, String digest, List<String> notes)
      implements Verification {
    public Admitted {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It proves nothing.
   *
   * @param reason the class of failure
   * @param detail what was found and what was expected, one sentence
   * @param next the next step, one sentence
   */
  record Refused(Reason reason, String detail, String next) implements Verification {}

  /** Why a statement proves nothing. */
  enum Reason {
    /** It is not a well-formed bundle, envelope or statement. */
    MALFORMED,
    /** The bytes are not those that were signed. */
    BAD_SIGNATURE,
    /** A good signature, or none that can be told, by nobody whom the policy names. */
    UNKNOWN_SIGNER,
    /** The certificate or the identity is past its last day. */
    EXPIRED,
    /**
     * The certificate or the identity is before its first day, or the statement is of the future.
     */
    NOT_YET_VALID,
    /** The policy knows the signer, but no rule lets it say this, in this role, of this system. */
    NOT_ADMITTED,
    /** A good statement about something else: other bytes, another system, another type. */
    ABOUT_SOMETHING_ELSE,
    /** The form is right, but this version or installation cannot check it. */
    UNSUPPORTED
  }
}
