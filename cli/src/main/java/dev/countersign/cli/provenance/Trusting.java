package dev.countersign.cli.provenance;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.provenance.lineage.Standing;
import dev.countersign.provenance.lineage.Standing.State;
import dev.countersign.provenance.lineage.StatementFile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Judges statements by a trust policy.
 *
 * @param policy whose word counts
 * @param system the system that they are to prove something of; empty outside any system
 * @param at the time of the judgement
 */
public record Trusting(TrustPolicy policy, Optional<String> system, Instant at) {
  private static final Set<Role> OF_DATA = Set.of(Role.DATA_STEWARD, Role.CI);
  private static final Set<Role> OF_TRAINING = Set.of(Role.ML_LEAD, Role.CI);

  /** What the word of a statement is worth. */
  public Standing judge(StatementFile file) {
    if (file.bundle().isEmpty()) {
      return new Standing(State.UNSIGNED, "not signed");
    }
    Purpose purpose =
        new Purpose(
            file.isDataset() ? OF_DATA : OF_TRAINING,
            Set.of(file.statement().predicateType()),
            system,
            at);
    return switch (Verifier.of(policy).verify(file.bundle().get(), purpose)) {
      case Verification.Admitted admitted ->
          new Standing(State.ADMITTED, "signed by " + admitted.by().name());
      case Verification.Refused refused ->
          new Standing(State.REFUSED, refused.detail() + " " + refused.next());
    };
  }
}
