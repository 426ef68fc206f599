package dev.countersign.inspect.bytes;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of bytes. */
public final class Digest {
  private static final int CHUNK = 1 << 16;

  private Digest() {}

  /**
   * The digest of all bytes, in lower-case hexadecimal digits.
   *
   * @throws IOException if they cannot be read, or are fewer than they said
   */
  public static String sha256(Bytes bytes) throws IOException {
    MessageDigest digest = algorithm();
    byte[] chunk = new byte[(int) Math.min(CHUNK, bytes.length())];
    for (long at = 0; at < bytes.length(); ) {
      int read = bytes.read(at, chunk, 0, chunk.length);
      if (read <= 0) {
        throw new IOException("the file got shorter while it was read");
      }
      digest.update(chunk, 0, read);
      at += read;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
