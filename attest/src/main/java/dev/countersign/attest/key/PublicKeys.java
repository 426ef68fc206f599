package dev.countersign.attest.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

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
    return sha256(key.getEncoded());
  }

  /**
   * How OMS names a key in a bundle: SHA-256 over the text of its PEM file, as the Python reference
   * computes it (model_signing/_signing/sign_ec_key.py). 64 lower-case hexadecimal digits.
   */
  public static String hint(PublicKey key) {
    return sha256(pem(key));
  }

  /** The PEM file. */
  public static byte[] pem(PublicKey key) {
    return Pem.write(LABEL, key.getEncoded());
  }

  private static boolean isDer(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == 0x30;
  }

  private static PublicKey decode(byte[] der) throws UnusableKey {
    try {
      return KeyFactory.getInstance(algorithm(der)).generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException | RuntimeException e) {
      // Bouncy Castle and the JDK throw many kinds of RuntimeException at hostile ASN.1.
      throw new UnusableKey("It is no public key that can be read.");
    }
  }

  private static String algorithm(byte[] der) throws UnusableKey {
    String oid = SubjectPublicKeyInfo.getInstance(der).getAlgorithm().getAlgorithm().getId();
    Optional<String> name = KeyAlgorithms.name(oid);
    if (name.isEmpty()) {
      throw new UnusableKey("It is a key of a kind that is not supported (%s).".formatted(oid));
    }
    return name.get();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
