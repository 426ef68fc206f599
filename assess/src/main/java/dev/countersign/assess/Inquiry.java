package dev.countersign.assess;

import dev.countersign.assess.policy.Policy;
import dev.countersign.derive.Derivation;
import dev.countersign.derive.Threat;
import dev.countersign.model.SystemModel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a check looks at.
 *
 * @param system what is assessed
 * @param derivation its threats and questions
 * @param catalogue the families and controls that exist
 * @param policy what is asked of it
 * @param asOf the day of the verdict
 * @param controls every claimed control with what its evidence showed
 * @param exempt ids of the threats that are exempt on that day
 * @param words suggests what a misspelt id was meant to be
 */
record Inquiry(
    SystemModel system,
    Derivation derivation,
    Catalogue catalogue,
    Policy policy,
    LocalDate asOf,
    Map<String, ControlState> controls,
    Set<String> exempt,
    Suggestions words) {

  /** The same with controls that were looked at once more. */
  Inquiry with(Map<String, ControlState> settled) {
    return new Inquiry(system, derivation, catalogue, policy, asOf, settled, exempt, words);
  }

  /** How much an unanswered threat of that rank matters. */
  Finding.Severity severity(Threat threat) {
    if (threat.ids().stream().anyMatch(exempt::contains)) {
      return Finding.Severity.NOTE;
    }
    if (policy.gate().fails(threat.rank().severity())) {
      return Finding.Severity.ERROR;
    }
    return switch (threat.rank().severity()) {
      case LOW -> Finding.Severity.NOTE;
      case MEDIUM, HIGH, CRITICAL -> Finding.Severity.WARNING;
    };
  }
}
