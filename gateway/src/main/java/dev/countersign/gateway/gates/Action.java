package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.config.GateConfig;
import dev.countersign.guard.Decision;

/**
 * What follows from a rejection: it is one, or only a flag, for a gate that is being tried out.
 *
 * @param most the severest decision that there is
 */
record Action(Decision most) {
  static Action of(GateConfig config) {
    return new Action(
        "flag".equals(config.options().get("action")) ? Decision.FLAG : Decision.REJECT);
  }

  Finding of(Finding finding) {
    return finding.decision().compareTo(most) <= 0
        ? finding
        : new Finding(finding.gate(), most, finding.pValue(), finding.reasons());
  }
}
