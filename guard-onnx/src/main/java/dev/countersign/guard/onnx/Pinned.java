package dev.countersign.guard.onnx;

import dev.countersign.attest.hash.HashAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that may only be this one.
 *
 * @param file where it is
 * @param sha256 of its bytes, in lower-case hexadecimal
 */
public record Pinned(Path file, String sha256) {
  private static final int HEXADECIMAL_DIGITS = 64;

  public Pinned {
    if (sha256.length() != HEXADECIMAL_DIGITS
        || !sha256.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      throw new IllegalArgumentException(
          "\"sha256\" of %s is not 64 lower-case hexadecimal digits".formatted(file.getFileName()));
    }
  }

  /**
   * Its bytes, once they are known to be the right ones: a parser in native code gets no others.
   *
   * @param most bytes that are read
   * @throws IOException if they are not, or cannot be read
   */
  byte[] bytes(int most) throws IOException {
    byte[] bytes = bounded(file, most);
    String found = sha256(bytes);
    if (!found.equals(sha256)) {
      throw new IOException(
          "%s has the SHA-256 %s, and %s was expected. If it is meant to be another model, say so where it is named, and calibrate again."
              .formatted(file, found, sha256));
    }
    return bytes;
  }

  static byte[] bounded(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new IOException("%s has more than %,d bytes.".formatted(file, most));
      }
      return bytes;
    }
  }

  static String sha256(byte[] bytes) {
    return HashAlgorithm.SHA256.hex(bytes);
  }
}
