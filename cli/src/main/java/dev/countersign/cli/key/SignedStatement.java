package dev.countersign.cli.key;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.Statement;
import dev.countersign.cli.console.Refused;

/** Statements, signed. */
public final class SignedStatement {
  private SignedStatement() {}

  /**
   * A statement as a Sigstore bundle in JSON.
   *
   * @throws Refused if it cannot be signed
   */
  public static byte[] bytes(Signer signer, Statement statement) {
    try {
      return signer.sign(statement).toJson();
    } catch (SigningFailed failed) {
      throw new Refused(String.valueOf(failed.getMessage()));
    }
  }
}
