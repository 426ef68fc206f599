package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Library.Digest;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Digests as lock files write them. */
final class Digests {
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{40,128}");

  private Digests() {}

  /** {@code sha256:…} or {@code sha256=…} in hexadecimal. */
  static Optional<Digest> prefixed(String text) {
    int at = Math.max(text.indexOf(':'), text.indexOf('='));
    return at < 0 ? Optional.empty() : hex(text.substring(0, at), text.substring(at + 1));
  }

  /** Hexadecimal of an algorithm that is named as {@code sha256}. */
  static Optional<Digest> hex(String algorithm, String hex) {
    return named(algorithm)
        .filter(name -> HEX.matcher(hex).matches() && hex.length() == length(name))
        .map(name -> new Digest(name, hex.toLowerCase(Locale.ROOT)));
  }

  /**
   * Subresource integrity, {@code sha512-…} in base64; the strongest where several stand there
   * (www.w3.org/TR/SRI).
   */
  static Optional<Digest> integrity(String text) {
    return Stream.of(text.strip().split("\\s+"))
        .flatMap(one -> one(one).stream())
        .max((a, b) -> Integer.compare(a.hex().length(), b.hex().length()));
  }

  /** Base64 of an algorithm that is named as {@code sha512}. */
  static Optional<Digest> base64(String algorithm, String text) {
    try {
      return hex(algorithm, HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** The one digest; none where there are several archives, of which nobody knows which is used. */
  static Optional<Digest> only(Collection<Optional<Digest>> digests) {
    List<Digest> known = digests.stream().flatMap(Optional::stream).distinct().toList();
    return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
  }

  private static Optional<Digest> one(String text) {
    int dash = text.indexOf('-');
    return dash < 0 ? Optional.empty() : base64(text.substring(0, dash), text.substring(dash + 1));
  }

  private static Optional<String> named(String algorithm) {
    return switch (algorithm.toLowerCase(Locale.ROOT)) {
      case "sha1" -> Optional.of("SHA-1");
      case "sha256" -> Optional.of("SHA-256");
      case "sha384" -> Optional.of("SHA-384");
      case "sha512" -> Optional.of("SHA-512");
      default -> Optional.empty();
    };
  }

  private static int length(String algorithm) {
    return switch (algorithm) {
      case "SHA-1" -> 40;
      case "SHA-256" -> 64;
      case "SHA-384" -> 96;
      default -> 128;
    };
  }
}
