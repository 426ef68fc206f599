package dev.countersign.gateway.mcp;

import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.guard.text.UnseenCharacters;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server says of one of its tools. All of it but icons and {@code _meta} is put before
 * models.
 *
 * @param name of the tool
 * @param digest SHA-256 of the canonical JSON (RFC 8785) of all members but {@code icons} and
 *     {@code _meta}, in hexadecimal
 * @param texts in it
 */
record Definition(String name, String digest, List<String> texts) {
  private static final int MOST_NAME = 128;

  Definition {
    texts = List.copyOf(texts);
  }

  /** Reads one; empty if it has no name, or no canonical form. */
  static Optional<Definition> of(ObjectNode tool) {
    String name = tool.path("name").asString("");
    if (!tool.path("name").isString() || name.isEmpty() || name.length() > MOST_NAME) {
      return Optional.empty();
    }
    ObjectNode said = tool.deepCopy();
    said.remove(List.of("icons", "_meta"));
    try {
      String digest = HashAlgorithm.SHA256.hex(StrictJson.canonical(said));
      return Optional.of(new Definition(name, digest, Texts.in(said)));
    } catch (IllegalArgumentException noDouble) {
      return Optional.empty();
    }
  }

  /**
   * Whether there are characters in it that nobody sees and that can spell a text or turn it round:
   * tags, supplementary selectors, and controls of direction (Unicode 17, 2.4 and 23.9 of the core
   * specification; UAX #9).
   */
  boolean hidesText() {
    return texts.stream().anyMatch(text -> text.codePoints().anyMatch(Definition::isHiding));
  }

  private static boolean isHiding(int point) {
    boolean selector = UnseenCharacters.isSelector(point) && point > 0xFFFF;
    boolean direction = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    return UnseenCharacters.isTag(point) || selector || direction;
  }
}
