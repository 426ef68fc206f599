package dev.countersign.attest.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;

/** Makes keys and writes the private ones. */
public final class NewKeys {
  /** PBKDF2 with HMAC-SHA-256, as OWASP's Password Storage Cheat Sheet (2023) wants at least. */
  private static final int ITERATIONS = 600_000;

  private NewKeys() {}

  /**
   * Makes a key.
   *
   * @throws IllegalArgumentException for RSA, which is only read
   */
  public static KeyPair generate(KeyKind kind) {
    if (kind == KeyKind.RSA) {
      throw new IllegalArgumentException("RSA keys are read and not made");
    }
    try {
      return generator(kind).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK makes no keys of the kind " + kind, e);
    }
  }

  /** PKCS#8 in PEM, not encrypted. */
  public static byte[] pem(PrivateKey key) {
    return Pem.write("PRIVATE KEY", key.getEncoded());
  }

  /**
   * PKCS#8 in PEM, encrypted (RFC 8018, PBES2): PBKDF2 with HMAC-SHA-256 and 600,000 iterations,
   * AES-256-CBC. OpenSSL and Python's cryptography read it.
   *
   * @param passphrase not wiped here
   */
  public static byte[] encryptedPem(PrivateKey key, char[] passphrase) {
    try {
      byte[] der =
          new PKCS8EncryptedPrivateKeyInfoBuilder(PrivateKeyInfo.getInstance(key.getEncoded()))
              .build(
                  new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                      .setProvider(new BouncyCastleProvider())
                      .setPRF(PKCS8Generator.PRF_HMACSHA256)
                      .setIterationCount(ITERATIONS)
                      .setPassword(passphrase)
                      .build())
              .getEncoded();
      return Pem.write("ENCRYPTED PRIVATE KEY", der);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("Bouncy Castle lacks PBES2", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPairGenerator generator(KeyKind kind) throws GeneralSecurityException {
    Optional<String> curve = kind.curve();
    if (curve.isEmpty()) {
      return KeyPairGenerator.getInstance(kind.signatureAlgorithm());
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve.get()));
    return generator;
  }
}
