package dev.countersign.bom.merge;

import dev.countersign.bom.lock.Library.Digest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Fields that bills of all formats have in some form. */
final class Fields {
  private static final List<String> STRONGEST = List.of("SHA-256", "SHA-512", "SHA-384", "SHA-1");

  private Fields() {}

  /** A text that is there and says something. */
  static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString()
        ? Optional.of(value.stringValue()).filter(text -> !text.isBlank() && !isNothing(text))
        : Optional.empty();
  }

  /** The digest by which it is compared. */
  static Optional<Digest> digest(JsonNode hashes, String algorithm, String value) {
    List<Digest> digests =
        hashes
            .valueStream()
            .flatMap(hash -> digest(text(hash, algorithm), text(hash, value)).stream())
            .toList();
    return STRONGEST.stream()
        .flatMap(name -> digests.stream().filter(it -> it.algorithm().equals(name)))
        .findFirst();
  }

  private static Optional<Digest> digest(Optional<String> algorithm, Optional<String> hex) {
    String name = algorithm.orElse("").toUpperCase(Locale.ROOT).replace("-", "");
    return hex.filter(it -> it.matches("[0-9a-fA-F]{40,128}"))
        .filter(_ -> name.startsWith("SHA") && !name.startsWith("SHA3_"))
        .map(it -> new Digest("SHA-" + name.substring(3), it.toLowerCase(Locale.ROOT)))
        .filter(it -> STRONGEST.contains(it.algorithm()));
  }

  private static boolean isNothing(String text) {
    return text.equals("NOASSERTION") || text.equals("NONE");
  }
}
