package dev.countersign.attest.sigstore;

import java.util.Optional;

/**
 * Calls into sigstore-java. Hostile input makes it throw exceptions of many kinds, checked and not;
 * none of them gets further, nor does what they say, since that quotes the input.
 */
final class Attempt {
  private Attempt() {}

  /** The result, or empty if there was any exception. */
  static <T> Optional<T> of(Call<T> call) {
    try {
      return Optional.of(call.run());
    } catch (Exception | StackOverflowError | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Whether the check raised no objection. */
  static boolean passes(Check check) {
    return of(
            () -> {
              check.run();
              return true;
            })
        .isPresent();
  }

  /** Something that gives a value. */
  interface Call<T> {
    T run() throws Exception;
  }

  /** Something that objects by an exception. */
  interface Check {
    void run() throws Exception;
  }
}
