package dev.countersign.attest.key;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the JDK calls the algorithms of keys. */
final class KeyAlgorithms {
  private static final Map<String, String> NAMES =
      Map.of(
          "1.2.840.10045.2.1", "EC",
          "1.3.101.112", "Ed25519",
          "1.2.840.113549.1.1.1", "RSA");

  private KeyAlgorithms() {}

  /** All of them, in a fixed order. */
  static SortedSet<String> names() {
    return new TreeSet<>(NAMES.values());
  }

  static Optional<String> name(String objectIdentifier) {
    return Optional.ofNullable(NAMES.get(objectIdentifier));
  }
}
