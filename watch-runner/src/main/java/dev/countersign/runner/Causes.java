package dev.countersign.runner;

import java.util.Optional;

/** What libraries wrap again and again. */
public final class Causes {
  private static final int DEEPEST = 20;

  private Causes() {}

  /** The innermost cause of a failure, or the twentieth. */
  public static Throwable innermost(Throwable failed) {
    Throwable cause = failed;
    for (int i = 0; i < DEEPEST && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** What the innermost cause of a failure says. */
  public static String last(Throwable failed) {
    Throwable cause = innermost(failed);
    return Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
  }
}
