package dev.countersign.assess;

import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.model.ControlClaim;
import java.util.List;

/**
 * A claimed control and what its evidence showed when it was verified just now.
 *
 * @param claim as in the file
 * @param results one for each piece of evidence, by kind
 */
public record ControlState(ControlClaim claim, List<EvidenceResult> results) {
  public ControlState {
    results = List.copyOf(results);
  }

  /** Whether there is evidence and all of it verified. */
  public boolean proven() {
    return !results.isEmpty()
        && results.stream().allMatch(result -> result instanceof EvidenceResult.Verified);
  }
}
