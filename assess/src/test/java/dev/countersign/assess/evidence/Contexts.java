package dev.countersign.assess.evidence;

import dev.countersign.model.ControlClaim;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Systems for verifiers that look at nothing but the claim. */
final class Contexts {
  private Contexts() {}

  /** A system of one claim and no elements. */
  static SystemModel system(ControlClaim claim) {
    SystemInfo info =
        new SystemInfo(
            "card-fraud",
            claim.place(),
            "Scores payments.",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new SystemModel(
        claim.place().file(),
        info,
        Map.of(),
        Map.of(claim.id(), claim),
        Map.of(),
        Map.of(),
        List.of(claim.place().file()));
  }
}
