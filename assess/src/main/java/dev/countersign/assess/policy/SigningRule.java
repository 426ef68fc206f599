package dev.countersign.assess.policy;

import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose signatures the verdict needs.
 *
 * @param required roles that have to sign every threat, question and assumption
 * @param riskBodyAbove an accepted risk that ranks higher than this has to be signed by a risk
 *     body; no risk has to if empty
 */
public record SigningRule(SortedSet<Role> required, Optional<Severity> riskBodyAbove) {
  /** Asks for no signature. */
  public static final SigningRule NONE = new SigningRule(new TreeSet<>(), Optional.empty());

  /** The roles of people, in the order of their words' list: machines answer for nothing. */
  public static final List<Role> PEOPLE =
      List.of(Role.ML_LEAD, Role.SECURITY_LEAD, Role.DATA_STEWARD, Role.RISK_BODY);

  public SigningRule {
    required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
  }

  /** Whether a risk of that rank has to be signed by a risk body. */
  public boolean wantsRiskBody(Severity severity) {
    return riskBodyAbove.filter(most -> severity.compareTo(most) > 0).isPresent();
  }
}
