package dev.countersign.provenance.pointer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** MD5 as DVC takes it. It recognises an accident, not an attacker. */
final class Md5 {
  private static final int CHUNK = 1 << 20;

  private Md5() {}

  /** Of the bytes as they are, in lower-case hexadecimal. */
  static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        digest.update(chunk);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of some bytes, in lower-case hexadecimal. */
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** Of a text whose line ends are made line feeds, piece by piece as DVC 2 did. */
  static String ofText(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        digest.update(chunk, 0, unified(chunk));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Drops carriage returns before line feeds in place; says how many bytes are left. */
  private static int unified(byte[] chunk) {
    int to = 0;
    for (int from = 0; from < chunk.length; from++) {
      boolean before = chunk[from] == '\r' && from + 1 < chunk.length && chunk[from + 1] == '\n';
      if (!before) {
        chunk[to++] = chunk[from];
      }
    }
    return to;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
