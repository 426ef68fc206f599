package dev.countersign.attest.json;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the grammar of JSON allows and readers take in different ways (RFC 7493, section 2). */
final class Strange {
  private Strange() {}

  /** The first oddity in the value, as a sentence. */
  static Optional<String> in(JsonNode node) {
    if (node.isString()) {
      return text(node.stringValue());
    }
    if (node.isNumber()) {
      return Double.isInfinite(node.asDouble())
          ? Optional.of("A number is larger than a double can hold.")
          : Optional.empty();
    }
    return node.isContainer()
        ? parts(node).flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }

  private static Stream<Optional<String>> parts(JsonNode node) {
    return node.isObject()
        ? node.properties().stream().map(Strange::member)
        : StreamSupport.stream(node.spliterator(), false).map(Strange::in);
  }

  private static Optional<String> member(Map.Entry<String, JsonNode> member) {
    Optional<String> name = text(member.getKey());
    return name.isPresent() ? name : in(member.getValue());
  }

  private static Optional<String> text(String text) {
    return text.codePoints().anyMatch(Strange::isHalfOfAPair)
        ? Optional.of("A text holds half of a surrogate pair, which is no character.")
        : Optional.empty();
  }

  private static boolean isHalfOfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
