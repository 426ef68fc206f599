package dev.countersign.derive.rank;

import dev.countersign.derive.Rank;
import dev.countersign.derive.Severity;
import dev.countersign.derive.graph.Arrival;
import dev.countersign.knowledge.Family;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ranks threats: likelihood times impact, each from named facts. The scale is ordinal and our own;
 * {@code docs/derivation.md} says what each factor weighs and why.
 */
public final class Ranking {
  private final Impact impact;

  /** Ranks threats of a system. */
  public Ranking(SystemModel system) {
    impact = new Impact(system);
  }

  /**
   * The rank of a threat, before it has a position among the others (it is 0).
   *
   * @param entry who can start it and how, if anybody is needed
   * @param decisions ids of the decisions it reaches
   */
  public Rank of(Family family, Element element, Optional<Arrival> entry, List<String> decisions) {
    List<Factor> likely = Likelihood.of(family, entry);
    Factor harm = impact.of(family.harm(), element, decisions);
    double likelihood = likely.stream().mapToDouble(Factor::weight).reduce(1, (a, b) -> a * b);
    double score = 100 * likelihood * harm.weight();
    return new Rank(
        0,
        severity(score),
        rounded(score),
        rounded(likelihood),
        rounded(harm.weight()),
        reasons(likely, harm));
  }

  private static List<String> reasons(List<Factor> likely, Factor harm) {
    return Stream.concat(
            Stream.of(harm), likely.stream().sorted(Comparator.comparingInt(Ranking::telling)))
        .map(Factor::reason)
        .toList();
  }

  /** Who and what for come first; the rest follows in the order of its making. */
  private static int telling(Factor factor) {
    return factor.reason().contains("can start it") || factor.reason().contains("gains:") ? 0 : 1;
  }

  private static Severity severity(double score) {
    if (score >= 60) {
      return Severity.CRITICAL;
    }
    return score >= 40 ? Severity.HIGH : score >= 20 ? Severity.MEDIUM : Severity.LOW;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
