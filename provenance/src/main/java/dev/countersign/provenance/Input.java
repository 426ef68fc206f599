package dev.countersign.provenance;

/**
 * A dataset that another one was made from.
 *
 * @param name how its own statement calls it
 * @param digest its tree digest, 64 lower-case hexadecimal digits
 */
public record Input(String name, String digest) {
  /**
   * @throws IllegalArgumentException if the digest is none
   */
  public Input {
    if (!Sha256.is(digest)) {
      throw new IllegalArgumentException("the digest of input \"" + name + "\" is none");
    }
  }
}
