package dev.countersign.provenance.slsa;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that went into a run: an in-toto resource descriptor.
 *
 * @param name how the producer calls it
 * @param uri where it is from
 * @param digests lower-case hexadecimal where the algorithm is a hash, by its name in in-toto's
 *     digest set; empty where the producer pinned nothing
 * @param annotations texts that the producer added, by key; others are left out
 */
public record Dependency(
    Optional<String> name,
    Optional<String> uri,
    SortedMap<String, String> digests,
    SortedMap<String, String> annotations) {
  /** The annotation of our own training runs that says what part a dependency played. */
  public static final String PART = "part";

  /** A dataset, whose {@code sha256} is its tree digest. */
  public static final String DATASET = "dataset";

  /** A model that was tuned further, whose {@code sha256} is its root digest. */
  public static final String BASE_MODEL = "base-model";

  /** The program that trained. */
  public static final String CODE = "code";

  public Dependency {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }

  /** Named bytes that played some part, by their SHA-256. */
  public static Dependency sha256(String part, String name, String sha256) {
    return of(part, name, "sha256", sha256);
  }

  /** Something named that played some part, by a digest of any algorithm. */
  public static Dependency of(String part, String name, String algorithm, String digest) {
    return new Dependency(
        Optional.of(name),
        Optional.empty(),
        new TreeMap<>(Map.of(algorithm, digest)),
        new TreeMap<>(Map.of(PART, part)));
  }

  /** The SHA-256, if the producer gave one. */
  public Optional<String> sha256() {
    return Optional.ofNullable(digests.get("sha256"));
  }

  /** The part it played, if it is of one of our own runs. */
  public Optional<String> part() {
    return Optional.ofNullable(annotations.get(PART));
  }

  /** Its name or, without one, its address; for people. */
  public String shown() {
    return name.or(() -> uri).orElse("without a name");
  }
}
