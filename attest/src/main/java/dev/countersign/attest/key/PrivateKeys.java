package dev.countersign.attest.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Reads private keys in PEM: PKCS#8, plain ({@code PRIVATE KEY}) or encrypted ({@code ENCRYPTED
 * PRIVATE KEY}), and SEC 1 ({@code EC PRIVATE KEY}), plain or encrypted as OpenSSL used to.
 */
public final class PrivateKeys {
  private PrivateKeys() {}

  /**
   * Reads a file.
   *
   * @param passphrase asked only if the key is encrypted; what it gives is wiped after use
   * @throws IOException if it cannot be read
   */
  public static PrivateKey read(Path file, Supplier<char[]> passphrase)
      throws IOException, UnusableKey {
    return parse(Pem.file(file), passphrase);
  }

  /** Reads the text of such a file. */
  public static PrivateKey parse(byte[] pem, Supplier<char[]> passphrase) throws UnusableKey {
    Optional<Object> found = find(new String(pem, ISO_8859_1));
    if (found.isEmpty()) {
      throw new UnusableKey("It holds no private key in PEM (-----BEGIN PRIVATE KEY-----).");
    }
    return decode(info(found.get(), passphrase));
  }

  private static Optional<Object> find(String pem) throws UnusableKey {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
        if (isPrivateKey(block)) {
          return Optional.of(block);
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle throws many kinds of RuntimeException at hostile ASN.1.
      throw new UnusableKey("It is no private key that can be read.");
    }
  }

  private static boolean isPrivateKey(Object block) {
    return block instanceof PrivateKeyInfo
        || block instanceof PEMKeyPair
        || block instanceof PKCS8EncryptedPrivateKeyInfo
        || block instanceof PEMEncryptedKeyPair;
  }

  private static PrivateKeyInfo info(Object block, Supplier<char[]> passphrase) throws UnusableKey {
    if (block instanceof PrivateKeyInfo info) {
      return info;
    }
    if (block instanceof PEMKeyPair pair) {
      return pair.getPrivateKeyInfo();
    }
    if (block instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
      DerivationCost.check(encrypted.toASN1Structure().getEncryptionAlgorithm());
    }
    char[] secret = passphrase.get();
    try {
      return decrypt(block, secret);
    } catch (IOException | PKCSException | OperatorCreationException | RuntimeException e) {
      // A wrong passphrase shows as any of these: what comes out is no ASN.1.
      throw new UnusableKey("The passphrase is wrong, or the encrypted key is damaged.");
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static PrivateKeyInfo decrypt(Object block, char[] secret)
      throws IOException, PKCSException, OperatorCreationException {
    if (block instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
      return encrypted.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder()
              .setProvider(Decryption.PROVIDER)
              .build(secret));
    }
    return ((PEMEncryptedKeyPair) block)
        .decryptKeyPair(
            new JcePEMDecryptorProviderBuilder().setProvider(Decryption.PROVIDER).build(secret))
        .getPrivateKeyInfo();
  }

  private static PrivateKey decode(PrivateKeyInfo info) throws UnusableKey {
    String oid = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    Optional<String> algorithm = KeyAlgorithms.name(oid);
    if (algorithm.isEmpty()) {
      throw new UnusableKey("It is a key of a kind that is not supported (%s).".formatted(oid));
    }
    try {
      return KeyFactory.getInstance(algorithm.get())
          .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new UnusableKey("It is no private key that can be used.");
    }
  }

  /** Made when a key is encrypted: it brings some seven hundred classes along. */
  private static final class Decryption {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Decryption() {}
  }
}
