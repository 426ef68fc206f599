package dev.countersign.assess.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The SHA-256 of a sequence of texts. Each is preceded by its length in bytes and each list by its
 * size, so that two different sequences never have the same bytes.
 */
final class CanonicalDigest {
  private final MessageDigest digest;

  /**
   * Starts a digest.
   *
   * @param purpose what it is of, with a version; digests of different things never agree
   */
  CanonicalDigest(String purpose) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
    add(purpose);
  }

  /** Adds one text. */
  CanonicalDigest add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }

  /** Adds a list of texts in its order. */
  CanonicalDigest add(List<String> texts) {
    add(Integer.toString(texts.size()));
    texts.forEach(this::add);
    return this;
  }

  /** Adds a value that may be left out; left out is not the same as empty. */
  CanonicalDigest add(Optional<?> value) {
    return add(value.map(Object::toString).stream().toList());
  }

  /** {@code sha256:…} of what was added. */
  String finish() {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }
}
