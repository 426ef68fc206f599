package dev.countersign.knowledge.rules;

import dev.countersign.knowledge.Family;
import java.util.List;
import java.util.Optional;

/**
 * A family with everything that derivation evaluates.
 *
 * @param family what people see of it
 * @param path which path is shown with a threat
 * @param when the trigger: true, false or unknown
 * @param members the parts that share the answer, if the family has such
 * @param because sentences, each under a condition
 * @param techniques ids, each under a condition
 */
public record CompiledRule(
    Family family,
    PathOf path,
    CompiledExpression when,
    Optional<CompiledExpression> members,
    List<Reason> because,
    List<Technique> techniques) {
  public CompiledRule {
    because = List.copyOf(because);
    techniques = List.copyOf(techniques);
  }

  /**
   * Which path through the system a threat of this family shows.
   *
   * @param observation whether it is who can see rather than who can influence
   * @param ports the sides of the element by their words; {@code whole} for any
   */
  public record PathOf(boolean observation, List<String> ports) {
    public PathOf {
      ports = List.copyOf(ports);
    }
  }

  /** A sentence that is shown if its condition holds, or always where it has none. */
  public record Reason(Optional<CompiledExpression> condition, Template sentence) {}

  /** A technique that applies if its condition holds, or always where it has none. */
  public record Technique(String id, Optional<CompiledExpression> condition) {}
}
