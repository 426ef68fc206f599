package dev.countersign.discover.cache;

import dev.countersign.discover.Detector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Digests: of names, and of the detectors with what they know. */
final class Digests {
  private Digests() {}

  /** SHA-256 in hexadecimal. */
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha().digest(bytes));
  }

  /**
   * The digest of this module as it runs: its code and its lexicon. Empty where that cannot be
   * told, and then nothing may be remembered.
   */
  static Optional<String> ofDetectors() {
    CodeSource source = Detector.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Path.of(source.getLocation().toURI())));
    } catch (IOException | URISyntaxException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static String of(Path jarOrFolder) throws IOException {
    MessageDigest sha = sha();
    try (Stream<Path> files = Files.walk(jarOrFolder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sha.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
