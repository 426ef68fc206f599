package dev.countersign.attest.key;

import dev.countersign.attest.hash.HashAlgorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/** Reads, writes and names public keys. */
public final class PublicKeys {
  private static final String LABEL = "PUBLIC KEY";

  private PublicKeys() {}

  /**
   * Reads a file of {@code -----BEGIN PUBLIC KEY-----}.
   *
   * @throws IOException if it cannot be read
   */
  public static PublicKey read(Path file) throws IOException, UnusableKey {
    return parse(Pem.file(file));
  }

  /** Reads PEM, or the DER that would stand in it. */
  public static PublicKey parse(byte[] pem) throws UnusableKey {
    List<Pem> keys = Pem.blocks(pem).stream().filter(b -> b.label().equals(LABEL)).toList();
    if (keys.size() > 1) {
      throw new UnusableKey("It holds %d public keys; one was expected.".formatted(keys.size()));
    }
    if (keys.isEmpty() && !isDer(pem)) {
      throw new UnusableKey("It holds no public key in PEM (-----BEGIN PUBLIC KEY-----).");
    }
    return der(keys.isEmpty() ? pem : keys.get(0).der());
  }

  /** Reads a SubjectPublicKeyInfo (RFC 5280) of one of the kinds that are supported. */
  public static PublicKey der(byte[] subjectPublicKeyInfo) throws UnusableKey {
    PublicKey key = decode(subjectPublicKeyInfo);
    if (KeyKind.of(key).isEmpty()) {
      throw new UnusableKey(
          "It is a key of a kind that is not supported (P-256, P-384, P-521, Ed25519 and RSA from"
              + " 2048 bits on are).");
    }
    return key;
  }

  /** SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hexadecimal digits. */
  public static String fingerprint(PublicKey key) {
    return HashAlgorithm.SHA256.hex(key.getEncoded());
  }

  /**
   * How OMS names a key in a bundle: SHA-256 over the text of its PEM file, as the Python reference
   * computes it (model_signing/_signing/sign_ec_key.py). 64 lower-case hexadecimal digits.
   */
  public static String hint(PublicKey key) {
    return HashAlgorithm.SHA256.hex(pem(key));
  }

  /** The PEM file. */
  public static byte[] pem(PublicKey key) {
    return Pem.write(LABEL, key.getEncoded());
  }

  private static boolean isDer(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == 0x30;
  }

  /** The JDK's readers alone: whoever only verifies loads nothing of Bouncy Castle. */
  private static PublicKey decode(byte[] der) throws UnusableKey {
    for (String algorithm : KeyAlgorithms.names()) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
      } catch (GeneralSecurityException | RuntimeException e) {
        // Another kind, or hostile ASN.1, at which the JDK throws many kinds of RuntimeException.
        continue;
      }
    }
    throw new UnusableKey(
        "It is no public key that can be read, or of a kind that is not supported.");
  }
}
