package dev.countersign.assess.policy;

import dev.countersign.watch.alert.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What is asked of monitors over a model's requests.
 *
 * @param falseAlarms the most false alarms that a benign client may cause a day, as the baseline
 *     estimates them; any if empty
 * @param failOn the lowest severity of an open incident that fails; none does if empty
 */
public record MonitorPolicy(OptionalDouble falseAlarms, Optional<Severity> failOn) {
  /** Any rate, and incidents of high severity fail. */
  public static final MonitorPolicy USUAL =
      new MonitorPolicy(OptionalDouble.empty(), Optional.of(Severity.HIGH));

  static final String NEVER = "never";

  /** What may stand under {@code fail-on}: heartbeats tell of no incident of low severity. */
  static List<String> words() {
    return Stream.concat(
            Arrays.stream(Severity.values()).filter(one -> one != Severity.LOW).map(Severity::word),
            Stream.of(NEVER))
        .toList();
  }

  /** Whether an incident of this severity fails. */
  public boolean fails(Severity severity) {
    return failOn.filter(least -> severity.compareTo(least) >= 0).isPresent();
  }
}
