package dev.countersign.attest.json;

import java.util.Map;
import java.util.Optional;
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
    return node.isObject() ? members(node) : items(node);
  }

  private static Optional<String> members(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Optional<String> strange = text(member.getKey()).or(() -> in(member.getValue()));
      if (strange.isPresent()) {
        return strange;
      }
    }
    return Optional.empty();
  }

  /** Those of an array; of all else there are none. */
  private static Optional<String> items(JsonNode array) {
    for (JsonNode item : array) {
      Optional<String> strange = in(item);
      if (strange.isPresent()) {
        return strange;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(String text) {
    return holdsHalfOfAPair(text)
        ? Optional.of("A text holds half of a surrogate pair, which is no character.")
        : Optional.empty();
  }

  /**
   * A plain loop: statements have millions of characters, and this is run before it is compiled.
   */
  private static boolean holdsHalfOfAPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().anyMatch(Strange::isHalfOfAPair);
      }
    }
    return false;
  }

  private static boolean isHalfOfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
