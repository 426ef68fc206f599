package dev.countersign.gateway.log;

import dev.countersign.gateway.config.LogConfig.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of a body that was sent or answered.
 *
 * @param kept nothing, its SHA-256, or its first {@value #MOST} bytes, as the log asks
 * @param length of all of it
 * @param binary whether it is no text
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
public record Payload(byte[] kept, long length, boolean binary) {
  /** How many bytes of a body a line holds at most: 64 KiB. */
  public static final int MOST = 64 << 10;

  private static final byte[] NOTHING = {};

  /** What is kept of a whole body that is text. */
  public static Payload of(byte[] body, Content content) {
    return new Payload(kept(body, content), body.length, false);
  }

  /** What is kept of a whole message that is no text. */
  public static Payload binary(byte[] message, Content content) {
    return new Payload(kept(message, content), message.length, true);
  }

  private static byte[] kept(byte[] body, Content content) {
    return switch (content) {
      case NONE -> NOTHING;
      case HASH -> sha256().digest(body);
      case FULL -> Arrays.copyOf(body, Math.min(body.length, MOST));
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  void write(ObjectNode json, Content content, KeyedHash keyed) {
    json.put("bytes", length);
    if (content == Content.HASH) {
      json.put("hash", keyed.of(kept));
    } else if (content == Content.FULL) {
      if (binary) {
        json.put("base64", Base64.getEncoder().encodeToString(kept));
      } else {
        json.put("text", new String(kept, StandardCharsets.UTF_8));
      }
      if (kept.length < length) {
        json.put("cut", true);
      }
    }
  }
}
