package dev.countersign.provenance.pointer;

import dev.countersign.provenance.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digests of whole files as pointers give them. MD5, as DVC takes it, recognises an accident and
 * not an attacker.
 */
final class Digests {
  private static final int CHUNK = 1 << 20;

  private Digests() {}

  /** MD5 of the bytes as they are, in lower-case hexadecimal. */
  static String md5(Path file) throws IOException {
    return of(file, md5());
  }

  /** SHA-256 of the bytes as they are, however many, in lower-case hexadecimal. */
  static String sha256(Path file) throws IOException {
    return of(file, Sha256.digester());
  }

  private static String of(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        digest.update(chunk);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** MD5 of some bytes, in lower-case hexadecimal. */
  static String md5(byte[] bytes) {
    return HexFormat.of().formatHex(md5().digest(bytes));
  }

  /** MD5 of a text whose line ends are made line feeds, piece by piece as DVC 2 did. */
  static String md5OfText(Path file) throws IOException {
    MessageDigest digest = md5();
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

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
