package dev.countersign.runner.kafka;

import java.util.Optional;

/** What Kafka's clients wrap again and again. */
public final class Causes {
  private static final int DEEPEST = 20;

  private Causes() {}

  /** What the innermost cause of a failure says. */
  public static String last(Throwable failed) {
    Throwable cause = failed;
    for (int i = 0; i < DEEPEST && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
  }
}
