package dev.countersign.attest;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a statement is about: an in-toto resource descriptor, as far as it identifies.
 *
 * @param name how the producer calls it; identifies nothing by itself
 * @param digests lower-case hexadecimal, by the name of the algorithm in in-toto's digest set
 *     ({@code sha256}, {@code blake3}, …); at least one
 */
public record Subject(Optional<String> name, SortedMap<String, String> digests) {
  public Subject {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** Named bytes by their SHA-256, 64 lower-case hexadecimal digits. */
  public static Subject sha256(String name, String digest) {
    return new Subject(Optional.of(name), new TreeMap<>(Map.of("sha256", digest)));
  }

  /** The SHA-256, if the producer gave one. */
  public Optional<String> sha256() {
    return Optional.ofNullable(digests.get("sha256"));
  }
}
