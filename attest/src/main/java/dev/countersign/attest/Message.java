package dev.countersign.attest;

import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.key.KeySignature;
import java.security.PublicKey;
import java.util.Optional;

/**
 * What was signed, in the encodings that count.
 *
 * @param encoding the pre-authentication encoding of DSSE
 * @param historical the encoding of OMS 0.2, where it is allowed
 */
record Message(byte[] encoding, Optional<byte[]> historical) {
  static Message of(Envelope envelope) {
    return new Message(envelope.preAuthenticationEncoding(), Optional.empty());
  }

  static Message withHistorical(Envelope envelope) {
    return new Message(
        envelope.preAuthenticationEncoding(), Optional.of(HistoricalEncoding.of(envelope)));
  }

  /** How the key signed it. */
  Match match(PublicKey key, byte[] signature) {
    if (KeySignature.verifies(key, encoding, signature)) {
      return Match.GOOD;
    }
    return historical.filter(message -> isHistorical(key, message, signature)).isPresent()
        ? Match.HISTORICAL
        : Match.NONE;
  }

  /** OMS 0.2 took SHA-256 for certificates, and the digest of the curve or SHA-256 for keys. */
  private static boolean isHistorical(PublicKey key, byte[] message, byte[] signature) {
    return KeySignature.verifiesWithSha256(key, message, signature)
        || KeySignature.verifies(key, message, signature);
  }

  /** How a key signed a message. */
  enum Match {
    GOOD,
    HISTORICAL,
    NONE
  }
}
