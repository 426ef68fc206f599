package dev.countersign.attest.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/**
 * Signs and verifies bytes, each kind of key in its one way: ECDSA with SHA-256, SHA-384 and
 * SHA-512 for P-256, P-384 and P-521 (DER), Ed25519, and RSA PKCS#1 v1.5 with SHA-256.
 */
public final class KeySignature {
  /** RSA of 8192 bits gives 1024 bytes; longer ones are not looked at. */
  private static final int MOST_BYTES = 1024;

  private KeySignature() {}

  /** Whether the signature over the message is that key's. Malformed ones are not. */
  public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    return KeyKind.of(key)
        .filter(kind -> verifies(kind.signatureAlgorithm(), key, message, signature))
        .isPresent();
  }

  /**
   * The same for ECDSA with SHA-256 whatever the curve, as OMS signed before version 1.0. For
   * nothing else.
   */
  public static boolean verifiesWithSha256(PublicKey key, byte[] message, byte[] signature) {
    return KeyKind.of(key)
        .flatMap(KeyKind::curve)
        .filter(curve -> verifies(KeyKind.P256.signatureAlgorithm(), key, message, signature))
        .isPresent();
  }

  /**
   * Signs.
   *
   * @param provider where the key lives, if outside the JDK
   */
  public static byte[] sign(
      PrivateKey key, KeyKind kind, Optional<Provider> provider, byte[] message)
      throws GeneralSecurityException {
    Signature signer =
        provider.isPresent()
            ? Signature.getInstance(kind.signatureAlgorithm(), provider.get())
            : Signature.getInstance(kind.signatureAlgorithm());
    signer.initSign(key);
    signer.update(message);
    return signer.sign();
  }

  private static boolean verifies(
      String algorithm, PublicKey key, byte[] message, byte[] signature) {
    if (signature.length == 0 || signature.length > MOST_BYTES) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Malformed signatures show as either; whatever it is, it is no good signature.
      return false;
    }
  }
}
