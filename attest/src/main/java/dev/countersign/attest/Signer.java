package dev.countersign.attest;

import dev.countersign.attest.bundle.Bundle;

/** Signs statements. {@link Signers} makes them. */
public interface Signer {
  /** Signs a statement. */
  default Bundle sign(Statement statement) throws SigningFailed {
    return sign(Statements.write(statement), Statement.PAYLOAD_TYPE);
  }

  /**
   * Signs bytes as they are.
   *
   * @param payloadType their media type
   */
  Bundle sign(byte[] payload, String payloadType) throws SigningFailed;

  /** Who or what signs, for people: {@code the P-256 key 5b3c…}. */
  String describe();
}
