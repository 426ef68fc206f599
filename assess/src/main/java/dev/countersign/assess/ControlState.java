package dev.countersign.assess;

import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.model.ControlClaim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return !results.isEmpty() && failed().findAny().isEmpty();
  }

  /** Why it is not proven, one sentence; empty if it is. */
  public Optional<String> doubt() {
    return results.isEmpty()
        ? Optional.of("No evidence is offered for it.")
        : failed().findFirst().map(EvidenceResult::detail);
  }

  private Stream<EvidenceResult> failed() {
    return results.stream().filter(result -> !(result instanceof EvidenceResult.Verified));
  }
}
