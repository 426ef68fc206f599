package dev.countersign.fit.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Benign sentences that use the words of attacks, written by hand and never trained on: what a gate
 * that only knows words flags. The idea is that of NotInject (Li and Liu 2024).
 */
final class OverDefence {
  private static final String RESOURCE = "over-defence.txt";

  private OverDefence() {}

  static List<Text> texts() {
    try (InputStream in = OverDefence.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar of countersign-guard-fit lacks " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> new Text(line, false, "over-defence", line.hashCode()))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
