package dev.countersign.assess.loss;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The annual losses of a system: simulated where decisions give amounts, otherwise said to be
 * missing. The same system gives the same numbers.
 *
 * @param threats by threat id, only those whose decisions give amounts
 * @param system the sum over all threats, one range for each currency, sorted by currency; empty
 *     where no amount is given
 * @param accepted the part of the sum that somebody has accepted, likewise
 * @param savings what controls that could answer open threats would save, the most first
 * @param missing ids of decisions without amounts: their threats are ranked, not priced; sorted
 * @param years how many years were simulated
 * @param seed what the random numbers start from
 */
public record Losses(
    Map<String, ThreatLoss> threats,
    List<LossRange> system,
    List<LossRange> accepted,
    List<ControlSaving> savings,
    List<String> missing,
    int years,
    long seed) {
  /** Where nothing can be priced. */
  public static final Losses NONE =
      new Losses(Map.of(), List.of(), List.of(), List.of(), List.of(), 0, 0);

  public Losses {
    threats = Collections.unmodifiableMap(new TreeMap<>(threats));
    system = List.copyOf(system);
    accepted = List.copyOf(accepted);
    savings = List.copyOf(savings);
    missing = List.copyOf(missing);
  }
}
