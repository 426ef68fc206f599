package dev.countersign.attest;

import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.dsse.Sig;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.KeySignature;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * Signs with a private key, wherever it lives.
 *
 * @param provider where it lives, if outside the JDK
 * @param material what the bundle says about it
 */
record KeySigner(
    PrivateKey key,
    PublicKey publicKey,
    KeyKind kind,
    Optional<Provider> provider,
    VerificationMaterial material,
    String describe)
    implements Signer {

  @Override
  public Bundle sign(byte[] payload, String payloadType) throws SigningFailed {
    byte[] message = Envelope.preAuthenticationEncoding(payloadType, payload);
    Sig sig = new Sig(Optional.empty(), signature(message));
    return Bundle.of(material, new Envelope(payloadType, payload, List.of(sig)));
  }

  /** What was signed is verified at once: a signature of the wrong key must not leave the house. */
  private byte[] signature(byte[] message) throws SigningFailed {
    byte[] signature = sign(message);
    if (!KeySignature.verifies(publicKey, message, signature)) {
      throw new SigningFailed(
          "The private key and the public key or certificate do not belong together.");
    }
    return signature;
  }

  private byte[] sign(byte[] message) throws SigningFailed {
    try {
      return KeySignature.sign(key, kind, provider, message);
    } catch (GeneralSecurityException | ProviderException e) {
      throw new SigningFailed("The key cannot sign: %s.".formatted(e.getMessage()), e);
    }
  }

  /** The private key stays out of every message. */
  @Override
  public String toString() {
    return describe;
  }
}
