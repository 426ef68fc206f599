package dev.countersign.derive;

import java.util.List;

/**
 * How grave a threat is among those of its system. Ordinal: it orders threats, it does not predict
 * frequencies.
 *
 * @param position 1 is the gravest; positions are unique within a system
 * @param severity the band that gates work with
 * @param score likelihood times impact, from 0 to 100
 * @param likelihood from 0 to 1
 * @param impact from 0 to 1
 * @param reasons what made it so, each a short phrase: first what it hurts, then what makes it
 *     likely
 */
public record Rank(
    int position,
    Severity severity,
    double score,
    double likelihood,
    double impact,
    List<String> reasons) {
  public Rank {
    reasons = List.copyOf(reasons);
  }

  /** Of the reasons, what it hurts; empty where no reasons are given. */
  public List<String> impactReasons() {
    return reasons.subList(0, Math.min(1, reasons.size()));
  }

  /** Of the reasons, what makes it likely. */
  public List<String> likelihoodReasons() {
    return reasons.subList(impactReasons().size(), reasons.size());
  }

  /** The same rank at a position. */
  Rank at(int place) {
    return new Rank(place, severity, score, likelihood, impact, reasons);
  }
}
