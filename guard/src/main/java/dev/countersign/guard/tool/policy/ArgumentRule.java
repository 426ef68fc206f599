package dev.countersign.guard.tool.policy;

import dev.countersign.guard.tool.label.Trust;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one argument may be and where it may come from.
 *
 * @param role what it is to the call
 * @param needs the least trust of whoever chose a critical value
 * @param from sources that may choose a critical value: {@code user}, {@code system}, names of
 *     tools; empty for any that has the trust
 * @param oneOf the only values; empty for any
 * @param like patterns of which one must match: {@code *} stands for anything; empty for any
 * @param most the largest number
 */
public record ArgumentRule(
    Role role,
    Trust needs,
    List<String> from,
    List<String> oneOf,
    List<String> like,
    Optional<BigDecimal> most) {
  public ArgumentRule {
    from = List.copyOf(from);
    oneOf = List.copyOf(oneOf);
    like = List.copyOf(like);
  }

  /** One that only has a role. */
  public static ArgumentRule of(Role role, Trust needs) {
    return new ArgumentRule(role, needs, List.of(), List.of(), List.of(), Optional.empty());
  }
}
