package dev.countersign.assess.loss;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The annual losses of a system: simulated where decisions give amounts, otherwise said to be
 * missing. The same system gives the same numbers.
 *
 * @param threats by threat id, only those that could be priced; empty where all is ordinal
 * @param system the sum over all priced threats, one range for each currency, sorted by currency;
 *     empty where none is priced
 * @param accepted the part of the sum that somebody has accepted, likewise; empty where no priced
 *     threat is accepted
 * @param savings what controls that are not proven could save, the most first; savings of two
 *     controls against the same threat overlap and are not to be added
 * @param missing ids of decisions without an amount, or without the volume that an amount for each
 *     decision needs: their threats are ranked, not priced; sorted
 * @param unpriced ids of the threats that are only ranked, sorted, by the reason why
 * @param years how many years were simulated; 0 where none is priced
 * @param seed what the random numbers start from
 */
public record Losses(
    Map<String, ThreatLoss> threats,
    List<LossRange> system,
    List<LossRange> accepted,
    List<ControlSaving> savings,
    List<String> missing,
    Map<String, List<String>> unpriced,
    int years,
    long seed) {
  /** Where there is nothing to price: no threat and no decision. */
  public static final Losses NONE =
      new Losses(Map.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), 0, 0);

  public Losses {
    threats = Collections.unmodifiableMap(new TreeMap<>(threats));
    system = List.copyOf(system);
    accepted = List.copyOf(accepted);
    savings = List.copyOf(savings);
    missing = List.copyOf(missing);
    Map<String, List<String>> reasons = new TreeMap<>();
    unpriced.forEach((why, ids) -> reasons.put(why, ids.stream().sorted().toList()));
    unpriced = Collections.unmodifiableMap(reasons);
  }

  /** Whether nothing could be priced, so that only the ranks say anything. */
  public boolean ordinalOnly() {
    return threats.isEmpty();
  }

  /** The range of a threat, if it is priced. */
  public Optional<LossRange> of(String threat) {
    return Optional.ofNullable(threats.get(threat)).map(ThreatLoss::range);
  }

  /** Why a threat is only ranked, if it is. */
  public Optional<String> whyUnpriced(String threat) {
    return unpriced.entrySet().stream()
        .filter(reason -> reason.getValue().contains(threat))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** How many threats are only ranked. */
  public int ranked() {
    return unpriced.values().stream().mapToInt(List::size).sum();
  }
}
