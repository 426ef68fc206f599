package dev.countersign.attest.dsse;

import java.util.Base64;

/**
 * Base64 as DSSE and Protobuf JSON allow it (standard or URL-safe, with or without padding), but
 * with one spelling of every value in each of them: no blanks, no mixture, no stray bits at the
 * end.
 */
public final class Base64Text {
  private Base64Text() {}

  /** The standard form with padding. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is no such Base64
   */
  public static byte[] decode(String text) {
    boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    byte[] bytes = (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
    Base64.Encoder encoder = urlSafe ? Base64.getUrlEncoder() : Base64.getEncoder();
    String again = encoder.encodeToString(bytes);
    if (!again.equals(text) && !again.replace("=", "").equals(text)) {
      throw new IllegalArgumentException("not the usual spelling of these bytes");
    }
    return bytes;
  }
}
