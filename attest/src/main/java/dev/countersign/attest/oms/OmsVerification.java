package dev.countersign.attest.oms;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.trust.Identity;
import java.util.List;

/** What verifying a model gave. */
public sealed interface OmsVerification {
  /**
   * The model is what somebody signed whom the trust policy admits.
   *
   * @param by who signed
   * @param manifest what was signed
   * @param statementDigest SHA-256 of the signed statement, lower-case hexadecimal
   * @param files how many files it covers
   * @param bytes how many they have together
   * @param notes what a reader should know, a sentence each: a historical form, what the signature
   *     does not cover
   */
  record Verified(
      Identity by,
      OmsManifest manifest,
      String statementDigest,
      int files,
      long bytes,
      List<String> notes)
      implements OmsVerification {
    public Verified {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It proves nothing.
   *
   * @param reason the class of failure
   * @param detail what was found and what was expected, one sentence
   * @param differences where the model is not what was signed, the first {@value #MOST}
   * @param more how many differences there are besides
   * @param next the next step, one sentence
   */
  record Refused(Reason reason, String detail, List<Difference> differences, int more, String next)
      implements OmsVerification {
    /** More differences are counted and not listed. */
    public static final int MOST = 100;

    public Refused {
      differences = List.copyOf(differences);
    }

    static Refused of(Reason reason, String detail, String next) {
      return new Refused(reason, detail, List.of(), 0, next);
    }
  }
}
