package dev.countersign.assess.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The SHA-256 of a file, read in pieces and never beyond a bound. */
final class FileDigest {
  /** Larger evidence is no document that somebody has read: 64 MiB. */
  static final long MOST_BYTES = 64L << 20;

  private static final int PIECE = 1 << 16;

  private FileDigest() {}

  /** The digest, or empty if the file is larger than the bound. */
  static Optional<byte[]> of(Path file) throws IOException {
    return of(file, MOST_BYTES);
  }

  /** The bound holds while reading: a file can grow after its size was looked at. */
  static Optional<byte[]> of(Path file, long mostBytes) throws IOException {
    MessageDigest digest = sha256();
    byte[] piece = new byte[PIECE];
    long total = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        total += read;
        if (total > mostBytes) {
          return Optional.empty();
        }
        digest.update(piece, 0, read);
      }
    }
    return Optional.of(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
