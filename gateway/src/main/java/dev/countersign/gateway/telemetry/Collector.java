package dev.countersign.gateway.telemetry;

import dev.countersign.gateway.config.TelemetryConfig;
import dev.countersign.gateway.config.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom the records are told, as read from the files that the configuration names.
 *
 * @param endpoint of it
 * @param headers for it
 * @param authorities that vouch for it, in PEM
 */
record Collector(URI endpoint, Map<String, String> headers, Optional<byte[]> authorities) {
  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,64}): ?([ -~]{1,4096})");

  static Collector of(TelemetryConfig config) throws Unusable {
    return new Collector(
        config.endpoint(),
        config.headers().isPresent() ? headers(config.headers().get()) : Map.of(),
        config.authorities().isPresent()
            ? Optional.of(read(config.authorities().get()))
            : Optional.empty());
  }

  String path(String more) {
    String base = endpoint.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + more;
  }

  private static Map<String, String> headers(Path file) throws Unusable {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : new String(read(file), StandardCharsets.UTF_8).lines().toList()) {
      Matcher header = HEADER.matcher(line.strip());
      if (header.matches()) {
        headers.put(header.group(1), header.group(2));
      } else if (!line.isBlank()) {
        // Not the line itself: it may be a secret.
        throw new Unusable(
            "The headers of the telemetry, "
                + file
                + ", have a line that is no header. Write each as name: value.");
      }
    }
    return headers;
  }

  private static byte[] read(Path file) throws Unusable {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException failed) {
      throw new Unusable("The telemetry's file " + file + " cannot be read.");
    }
  }
}
