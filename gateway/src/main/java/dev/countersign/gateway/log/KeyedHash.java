package dev.countersign.gateway.log;

import dev.countersign.gateway.config.LogConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104), cut to 128 bits: the same value has the same hash under one key, and who
 * has not the key cannot try out values. For the writer's thread only.
 */
final class KeyedHash {
  private static final int MOST_KEY = 4096;
  private static final int LEAST_KEY = 16;
  private static final int BYTES = 16;
  private static final int SHORT_BITS = 24;

  private final Mac mac;

  private KeyedHash(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", missing);
    }
  }

  /**
   * With the key that the configuration names, or one that lasts as long as the process.
   *
   * @throws IOException if the key cannot be read or is shorter than 16 bytes
   */
  static KeyedHash of(LogConfig config) throws IOException {
    return new KeyedHash(config.key().isPresent() ? read(config.key().get()) : random());
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] key = in.readNBytes(MOST_KEY);
      if (key.length < LEAST_KEY) {
        throw new IOException("the key is shorter than 16 bytes");
      }
      return key;
    }
  }

  private static byte[] random() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first {@value #SHORT_BITS} bits of a text's hash, as a number. */
  int shortOf(String text) {
    byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getInt() >>> (Integer.SIZE - SHORT_BITS);
  }

  String of(byte[] bytes) {
    return HexFormat.of().formatHex(mac.doFinal(bytes), 0, BYTES);
  }
}
