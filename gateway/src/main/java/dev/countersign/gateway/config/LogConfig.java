package dev.countersign.gateway.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How requests are written down.
 *
 * @param file where, in JSON lines; empty where it goes to the collector only
 * @param otlp whether it goes to the collector of the telemetry
 * @param content how much of what was sent and answered
 * @param features whether the rows that predictive models are asked are written down
 * @param rotate from how many bytes on a new file is begun
 * @param keep how many old files are kept
 * @param client the header that names the client where no certificate does; it is only as true as
 *     whoever sets it
 * @param key file whose bytes key the hashes; empty for a key that lasts as long as the process
 */
public record LogConfig(
    Optional<Path> file,
    boolean otlp,
    Content content,
    boolean features,
    long rotate,
    int keep,
    Optional<String> client,
    Optional<Path> key) {
  /** How much of what was sent and answered is written down. */
  public enum Content {
    /** Neither it nor its hash. */
    NONE,
    /** Its keyed hash. */
    HASH,
    /** All of it. */
    FULL;

    /** The word in YAML. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
      return Stream.of(values()).map(Content::word).toList();
    }

    static Content of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
