package dev.countersign.attest.json;

/**
 * How much is read.
 *
 * @param bytes of the whole text, at least 2
 * @param depth of objects and lists in each other, at least 1
 */
public record Limits(int bytes, int depth) {
  /** 64 MiB and 64 levels. */
  public static final Limits USUAL = new Limits(64 << 20, 64);

  public Limits {
    if (bytes < 2 || depth < 1) {
      throw new IllegalArgumentException("limits too small: " + bytes + " bytes, depth " + depth);
    }
  }

  /** The same depth, but so many bytes. */
  public Limits withBytes(int most) {
    return new Limits(most, depth);
  }
}
