package dev.countersign.attest.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jcajce.provider.digest.Blake2b;
import org.bouncycastle.jcajce.provider.digest.Blake3;

/** The digests of the OMS algorithm registry. */
public enum HashAlgorithm {
  /** FIPS 180-4, by the JDK, which uses the processor's instructions for it. */
  SHA256("sha256", 32) {
    @Override
    public MessageDigest digest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  },
  /** RFC 7693 with 512 bits. */
  BLAKE2B("blake2b", 64) {
    @Override
    public MessageDigest digest() {
      return new Blake2b.Blake2b512();
    }
  },
  /** BLAKE3 with 256 bits. */
  BLAKE3("blake3", 32) {
    @Override
    public MessageDigest digest() {
      return new Blake3.Blake3_256();
    }
  };

  private final String word;
  private final int bytes;

  HashAlgorithm(String word, int bytes) {
    this.word = word;
    this.bytes = bytes;
  }

  /** Starts a new digest. */
  public abstract MessageDigest digest();

  /** The digest of these bytes in lower-case hexadecimal. */
  public String hex(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /** The identifier in the registry, for example {@code sha256}. */
  public String word() {
    return word;
  }

  /** The length of a digest in bytes. */
  public int bytes() {
    return bytes;
  }

  /** The algorithm of that identifier. */
  public static Optional<HashAlgorithm> of(String word) {
    return Stream.of(values()).filter(algorithm -> algorithm.word.equals(word)).findFirst();
  }
}
