package dev.countersign.bom.lock;

import java.util.List;
import java.util.Optional;

/**
 * A library in the version that a lock file fixes. Text comes from files that may be hostile.
 *
 * @param purl its package URL, which identifies it
 * @param name as people write it; of a JVM library {@code group:artifact}
 * @param version as the file states it
 * @param digest what its archive must have as digest, if the file states exactly one
 * @param licence as the file states it, if it does
 * @param needs package URLs of the libraries that it asks for, as far as the file tells
 */
public record Library(
    String purl,
    String name,
    String version,
    Optional<Digest> digest,
    Optional<String> licence,
    List<String> needs) {
  public Library {
    needs = List.copyOf(needs);
  }

  /**
   * A digest.
   *
   * @param algorithm {@code SHA-256}, {@code SHA-384} or {@code SHA-512}, also {@code SHA-1}
   * @param hex lower-case hexadecimal
   */
  public record Digest(String algorithm, String hex) {}
}
