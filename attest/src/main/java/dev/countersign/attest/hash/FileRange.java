package dev.countersign.attest.hash;

import java.util.HexFormat;

/**
 * A range of a file and the digest of its bytes.
 *
 * @param start first byte, from 0
 * @param end the byte after the last, at least {@code start}
 * @param digest lower-case hexadecimal
 */
public record FileRange(long start, long end, String digest) {
  static FileRange of(long start, long end, byte[] digest) {
    return new FileRange(start, end, HexFormat.of().formatHex(digest));
  }

  /** How many bytes it has. */
  public long bytes() {
    return end - start;
  }
}
