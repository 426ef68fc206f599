package dev.countersign.cli.provenance;

import dev.countersign.assess.trust.TrustFile;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.attest.Purpose;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.model.ProblemText;
import dev.countersign.provenance.lineage.Standing;
import dev.countersign.provenance.lineage.Standing.State;
import dev.countersign.provenance.lineage.StatementFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Judges statements by a trust policy.
 *
 * @param policy whose word counts
 * @param at the time of the judgement
 */
public record Trusting(TrustPolicy policy, Instant at) {
  private static final Set<Role> OF_DATA = Set.of(Role.DATA_STEWARD, Role.CI);
  private static final Set<Role> OF_TRAINING = Set.of(Role.ML_LEAD, Role.CI);

  /**
   * By the policy or the key that is named, otherwise by the nearest policy.
   *
   * @param around the folder from which upwards it is looked for
   * @throws Refused if what is named cannot be used
   */
  public static Trusting of(
      Optional<Path> trust, Optional<Path> publicKey, Path around, Instant at) {
    TrustPolicy policy =
        publicKey
            .map(Trusting::key)
            .or(() -> trust.or(() -> TrustFile.find(around)).map(Trusting::read))
            .orElseGet(() -> TrustPolicy.nobody("no trust policy"));
    return new Trusting(policy, at);
  }

  /** What the word of a statement is worth. */
  public Standing judge(StatementFile file) {
    if (file.bundle().isEmpty()) {
      return new Standing(State.UNSIGNED, "not signed");
    }
    Purpose purpose =
        new Purpose(
            file.isDataset() ? OF_DATA : OF_TRAINING,
            Set.of(file.statement().predicateType()),
            Optional.empty(),
            at);
    return switch (Verifier.of(policy).verify(file.bundle().get(), purpose)) {
      case Verification.Admitted admitted ->
          new Standing(State.ADMITTED, "signed by " + admitted.by().name());
      case Verification.Refused refused ->
          new Standing(State.REFUSED, refused.detail() + " " + refused.next());
    };
  }

  private static TrustPolicy key(Path file) {
    try {
      return TrustPolicy.keyFile(file);
    } catch (UnusableKey wrong) {
      throw new Refused(file + " cannot be used: " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  private static TrustPolicy read(Path file) {
    TrustReader.Result result = TrustReader.read(file);
    return result
        .trusted()
        .orElseThrow(() ->
            new Refused(
                "the trust policy cannot be used:\n"
                    + ProblemText.render(result.problems()).stripTrailing()))
        .policy();
  }
}
