package dev.countersign.derive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The techniques that a system has to reckon with, the most pressing first: each with the score of
 * the gravest threat that uses it, less for those that a rule names later, since a rule names the
 * most telling first.
 */
public final class RankedTechniques {
  /** What each place further down in a rule's list keeps of the score of its threat. */
  private static final double LATER = 0.85;

  private RankedTechniques() {}

  /** Ids in MITRE ATLAS, each once. */
  public static List<String> of(Derivation derivation) {
    Map<String, Double> weights = new TreeMap<>();
    for (Threat threat : derivation.threats()) {
      double weight = threat.rank().score();
      for (String technique : threat.techniques()) {
        weights.merge(technique, weight, Math::max);
        weight *= LATER;
      }
    }
    return weights.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Double> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
