package dev.countersign.report.sarif;

import dev.countersign.assess.Finding;
import dev.countersign.derive.Rank;
import dev.countersign.derive.Threat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A reporting descriptor: a family or a class of findings.
 *
 * @param id of the family or class
 * @param title short
 * @param help a few sentences
 * @param level the usual one
 * @param severity from 0 to 10, as code hosts read it; for a family
 * @param tags ids of techniques and references
 */
record Rule(
    String id, String title, String help, Level level, OptionalDouble severity, List<String> tags) {
  Rule {
    tags = List.copyOf(tags);
  }

  static Rule of(Threat threat) {
    return new Rule(
        threat.family().id(),
        threat.family().title(),
        threat.family().explanation(),
        Level.WARNING,
        OptionalDouble.of(severity(threat.rank())),
        Stream.of(
                Stream.of("security", threat.family().stage().word()),
                threat.family().techniques().stream(),
                threat.family().references().stream())
            .flatMap(tags -> tags)
            .distinct()
            .toList());
  }

  /** Code hosts call 9 and more critical, 7 high, 4 medium; what is high here stays high there. */
  private static double severity(Rank rank) {
    double within = rank.score() / 100;
    return switch (rank.severity()) {
      case CRITICAL -> 9 + within;
      case HIGH -> 7 + 1.9 * within;
      case MEDIUM -> 4 + 2.9 * within;
      case LOW -> 0.1 + 3.8 * within;
    };
  }

  static Rule of(Finding finding, Level level, Optional<String> help) {
    return new Rule(
        finding.rule(),
        finding.rule().replace('-', ' '),
        help.orElse(finding.next()),
        level,
        OptionalDouble.empty(),
        List.of("security"));
  }

  /**
   * The rules of these results, each once, by id; a family weighs as much as its gravest threat.
   */
  static List<Rule> of(List<Result> results) {
    Map<String, Rule> rules = new TreeMap<>();
    results.forEach(result -> rules.merge(result.rule().id(), result.rule(), Rule::graver));
    return List.copyOf(rules.values());
  }

  private static Rule graver(Rule one, Rule other) {
    return other.severity().orElse(0) > one.severity().orElse(0) ? other : one;
  }
}
