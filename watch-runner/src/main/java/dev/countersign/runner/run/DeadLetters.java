package dev.countersign.runner.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A file with a sample of the lines that were no events, one line of JSON each: of each reason the
 * first 1,000, then every 1,000th, and never more than 64 MiB in all.
 */
public final class DeadLetters {
  private static final long FIRST = 1000;
  private static final long LARGEST = 64L << 20;

  private final Optional<Path> file;
  private final Consumer<String> report;
  private final Map<String, Long> seen = new HashMap<>();
  private boolean failing;

  private DeadLetters(Optional<Path> file, Consumer<String> report) {
    this.file = file;
    this.report = report;
  }

  /** Nothing is kept. */
  public static DeadLetters none() {
    return new DeadLetters(Optional.empty(), _ -> {});
  }

  /**
   * Added to a file.
   *
   * @param report takes a sentence when the file cannot be written
   */
  public static DeadLetters to(Path file, Consumer<String> report) {
    return new DeadLetters(Optional.of(file), report);
  }

  void take(List<Rejected> rejected) {
    if (file.isEmpty() || rejected.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    rejected.stream().filter(this::isSampled).forEach(one -> lines.append(json(one)).append('\n'));
    if (!lines.isEmpty()) {
      write(file.get(), lines.toString());
    }
  }

  private boolean isSampled(Rejected one) {
    long count = seen.merge(one.reason(), 1L, Long::sum);
    return count <= FIRST || count % FIRST == 0;
  }

  private static String json(Rejected one) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("reason", one.reason())
        .put("what", one.what())
        .put("at", one.at())
        .put("file", one.file())
        .put("offset", one.offset())
        .put("length", one.length())
        .put("base64", Base64.getEncoder().encodeToString(one.head()))
        .toString();
  }

  private void write(Path to, String lines) {
    try {
      if (!Files.exists(to) || Files.size(to) < LARGEST) {
        Files.writeString(
            to,
            lines,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      failing = false;
    } catch (IOException failed) {
      if (!failing) {
        report.accept(
            "%s cannot be written (%s): malformed lines are counted and not kept."
                .formatted(to, failed.getMessage()));
      }
      failing = true;
    }
  }
}
