package dev.countersign.assess.policy;

import dev.countersign.guard.Gate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is asked of what guards models while they are used: gates before and behind them, and
 * monitors.
 *
 * @param heartbeat how old the last sign of a running gate or monitor may be
 * @param most the highest value of each rate that a profile has to state, as a share from 0 to 1,
 *     by gate and name of the rate
 * @param monitors what is asked of monitors
 */
public record GuardPolicy(
    Span heartbeat, Map<Gate, SortedMap<String, Double>> most, MonitorPolicy monitors) {
  /** A sign of life within a week, and any rates. */
  public static final GuardPolicy USUAL = new GuardPolicy(Span.ofDays(7), Map.of());

  /** The same where the policy says nothing of monitors. */
  public GuardPolicy(Span heartbeat, Map<Gate, SortedMap<String, Double>> most) {
    this(heartbeat, most, MonitorPolicy.USUAL);
  }

  public GuardPolicy {
    Map<Gate, SortedMap<String, Double>> copy = new EnumMap<>(Gate.class);
    most.forEach(
        (gate, rates) -> copy.put(gate, Collections.unmodifiableSortedMap(new TreeMap<>(rates))));
    most = Collections.unmodifiableMap(copy);
  }

  /** What is asked of the rates of a gate; empty where nothing is. */
  public SortedMap<String, Double> of(Gate gate) {
    return most.getOrDefault(gate, Collections.emptySortedMap());
  }
}
