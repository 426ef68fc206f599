package dev.countersign.assess.policy;

import dev.countersign.derive.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which threats fail the verdict while nothing answers them.
 *
 * @param failOn the lowest rank that fails; empty if no threat ever does
 */
public record Gate(Optional<Severity> failOn) {
  private static final String NEVER = "never";

  /** Whether an unanswered threat of that rank fails. */
  public boolean fails(Severity severity) {
    return failOn.filter(lowest -> severity.compareTo(lowest) >= 0).isPresent();
  }

  /** The gate that a word stands for, in a policy or after {@code --fail-on}. */
  public static Optional<Gate> parse(String word) {
    return word.equals(NEVER)
        ? Optional.of(new Gate(Optional.empty()))
        : severity(word).map(severity -> new Gate(Optional.of(severity)));
  }

  /** The words that {@link #parse} takes. */
  public static List<String> words() {
    return Stream.concat(severityWords().stream(), Stream.of(NEVER)).toList();
  }

  /** The word of this gate. */
  public String word() {
    return failOn.map(Severity::word).orElse(NEVER);
  }

  static Optional<Severity> severity(String word) {
    return Arrays.stream(Severity.values()).filter(s -> s.word().equals(word)).findFirst();
  }

  static List<String> severityWords() {
    return Arrays.stream(Severity.values()).map(Severity::word).toList();
  }
}
