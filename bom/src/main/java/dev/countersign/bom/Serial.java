package dev.countersign.bom;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Numbers and names that follow from content: the same document has the same, so that whoever has
 * two sees whether anything changed.
 */
public final class Serial {
  private Serial() {}

  /** A UUID of version 8 (RFC 9562) out of the SHA-256 of the content, as a URN. */
  public static String of(byte[] content) {
    ByteBuffer digest = ByteBuffer.wrap(digest(content));
    long high = digest.getLong() & ~0xF000L | 0x8000L;
    long low = digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return "urn:uuid:" + new UUID(high, low);
  }

  /** The SHA-256 of the content in lower-case hexadecimal. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest(content));
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }
}
