package dev.countersign.assess.next;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Finding;
import java.util.List;
import java.util.Optional;

/** Turns findings into steps. */
final class Findings {
  /** What an error weighs that is not about a threat: about as much as a high threat. */
  private static final double USUAL = 40;

  private Findings() {}

  static Step step(Finding finding, Optional<AssessedThreat> threat) {
    return new Step(
        finding.message(),
        Optional.of(finding.next()),
        finding.place(),
        Optional.empty(),
        threat.map(t -> List.of(t.threat().id())).orElse(List.of()),
        threat.map(t -> t.threat().rank().score()).orElse(USUAL));
  }
}
