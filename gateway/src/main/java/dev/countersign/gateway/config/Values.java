package dev.countersign.gateway.config;

import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values: sizes, times, paths. What is wrong is reported and read as absent. */
final class Values {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) ?(B|KiB|MiB|GiB)?");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9}) ?(ms|s|min|h)");
  private static final Pattern SHARE = Pattern.compile("[0-9](\\.[0-9]{1,9})?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final Map<String, Integer> BITS = Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

  private final Path folder;
  private final Problems problems;

  Values(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Where relative paths start. */
  Path folder() {
    return folder;
  }

  Optional<Path> path(MapReader map, String key) {
    return read(map, key, "a path", "Write it from the folder of this file.", this::path);
  }

  /** Bytes, at most 2 GiB less one: what is held in memory. */
  int bytes(MapReader map, String key, int usual) {
    return size(map, key)
        .filter(size -> size <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .orElse(usual);
  }

  Optional<Long> size(MapReader map, String key) {
    return read(map, key, "a size", "Write it as 8 MiB.", Values::size);
  }

  Duration time(MapReader map, String key, Duration usual) {
    return read(map, key, "a length of time", "Write it as 500 ms, 30 s or 5 min.", Values::time)
        .orElse(usual);
  }

  int count(MapReader map, String key, int usual, int most) {
    return count(map, key, most).orElse(usual);
  }

  Optional<Integer> count(MapReader map, String key, int most) {
    String expected = "a whole number from 0 to " + most;
    return read(map, key, expected, "Write the number.", text -> count(text, most));
  }

  /** A part of all, from 0 to 1. */
  double share(MapReader map, String key, double usual) {
    String next = "Write a tenth as 0.1.";
    return read(map, key, "a number from 0 to 1", next, Values::share).orElse(usual);
  }

  /** Whether it is written, and true. */
  boolean yes(MapReader map, String key) {
    return read(map, key, "true or false", "Write true.", Values::yes).orElse(false);
  }

  Optional<URI> url(MapReader map, String key) {
    String next = "Write it as http://host:port.";
    return read(map, key, "the address of a server", next, text -> url(text, Values::isHttp));
  }

  Optional<URI> grpc(MapReader map, String key) {
    String next = "Write it as grpc://host:port, or grpcs://host:port for TLS.";
    return read(map, key, "an address of gRPC", next, text -> url(text, Values::isGrpc));
  }

  <T> Optional<T> read(
      MapReader map,
      String key,
      String expected,
      String next,
      Function<String, Optional<T>> reader) {
    Optional<Scalar> written = map.scalar(key);
    Optional<T> value = written.flatMap(scalar -> reader.apply(scalar.text()));
    if (written.isPresent() && value.isEmpty()) {
      problems.expected(written.get(), expected, next);
    }
    return value;
  }

  private Optional<Path> path(String text) {
    try {
      return Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<Long> size(String text) {
    Matcher form = SIZE.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int bits = form.group(2) == null ? 0 : BITS.getOrDefault(form.group(2), 0);
    return Optional.of(Long.parseLong(form.group(1)) << bits).filter(size -> size > 0);
  }

  private static Optional<Duration> time(String text) {
    Matcher form = TIME.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(form.group(1));
    return Optional.of(
            switch (form.group(2)) {
              case "ms" -> Duration.ofMillis(number);
              case "s" -> Duration.ofSeconds(number);
              case "min" -> Duration.ofMinutes(number);
              default -> Duration.ofHours(number);
            })
        .filter(Duration::isPositive);
  }

  private static Optional<Integer> count(String text, int most) {
    return COUNT.matcher(text).matches()
        ? Optional.of(Integer.parseInt(text)).filter(count -> count <= most)
        : Optional.empty();
  }

  private static Optional<Double> share(String text) {
    return SHARE.matcher(text).matches()
        ? Optional.of(Double.parseDouble(text)).filter(share -> share <= 1)
        : Optional.empty();
  }

  private static Optional<Boolean> yes(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<URI> url(String text, Predicate<URI> kind) {
    try {
      URI url = new URI(text);
      boolean plain =
          url.getRawQuery() == null && url.getRawFragment() == null && url.getUserInfo() == null;
      return plain && url.getHost() != null && kind.test(url) ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }

  private static boolean isHttp(URI url) {
    return "http".equals(url.getScheme()) || "https".equals(url.getScheme());
  }

  private static boolean isGrpc(URI url) {
    boolean grpc = "grpc".equals(url.getScheme()) || "grpcs".equals(url.getScheme());
    return grpc && url.getPort() > 0 && url.getRawPath().isEmpty();
  }
}
