package dev.countersign.watch.event;

import java.util.List;

/**
 * What a gate said about a request.
 *
 * @param gate for example {@code prompt-gate}
 * @param decision {@code accept}, {@code flag} or {@code reject}
 * @param p its p-value, from 0 to 1; NaN where it has none
 * @param reasons ids of rules and names of features, without content
 */
public record GateNote(String gate, String decision, double p, List<String> reasons) {
  public GateNote {
    reasons = List.copyOf(reasons);
  }
}
