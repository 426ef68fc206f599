package dev.countersign.attest.oms;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashProgress;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether a model is what somebody signed whom a trust policy admits (section 8). Immutable.
 */
public final class OmsVerifier {
  private static final Set<String> TYPES =
      Set.of(OmsManifest.PREDICATE_TYPE, OmsManifest.PREDICATE_TYPE_0_2);

  private final TrustPolicy policy;
  private final Purpose purpose;
  private final Scope scope;
  private final HashProgress progress;

  private OmsVerifier(TrustPolicy policy, Purpose purpose, Scope scope, HashProgress progress) {
    this.policy = policy;
    this.purpose = purpose;
    this.scope = scope;
    this.progress = progress;
  }

  /** Believes whomever the policy admits now, in any role, outside any system. */
  public static OmsVerifier of(TrustPolicy policy) {
    return of(
        policy, new Purpose(Set.of(Role.values()), Set.of(), Optional.empty(), Instant.now()));
  }

  /** Believes whomever the policy admits for that purpose; its predicate types are OMS's. */
  public static OmsVerifier of(TrustPolicy policy, Purpose purpose) {
    Purpose oms = new Purpose(purpose.roles(), TYPES, purpose.system(), purpose.at());
    return new OmsVerifier(policy, oms, Scope.STRICT, HashProgress.SILENT);
  }

  /**
   * The same, but these may be there unsigned.
   *
   * @param paths relative to the model, with {@code /}; each with everything below it
   */
  public OmsVerifier ignoring(List<String> paths) {
    return new OmsVerifier(policy, purpose, scope.ignoring(paths), progress);
  }

  /** The same, but files that were not signed are not looked at (section 8.5). */
  public OmsVerifier ignoringUnsignedFiles() {
    return new OmsVerifier(policy, purpose, scope.ignoringUnsigned(), progress);
  }

  /**
   * The same, but where the signer followed symbolic links, they may lead out of the model. Where
   * the signer did not, a link stays an error.
   */
  public OmsVerifier followingLinksAnywhere() {
    return new OmsVerifier(policy, purpose, scope.anywhere(), progress);
  }

  /** The same, telling how hashing goes. */
  public OmsVerifier reporting(HashProgress to) {
    return new OmsVerifier(policy, purpose, scope, to);
  }

  /**
   * Verifies a model against its usual signature ({@link BundleFile#of}).
   *
   * @throws IOException if a file cannot be read or changes meanwhile
   * @throws InterruptedException if the thread is interrupted
   */
  public OmsVerification verify(Path model) throws IOException, InterruptedException {
    return verify(model, BundleFile.of(model));
  }

  /** The same with the signature in that file. */
  public OmsVerification verify(Path model, Path bundle) throws IOException, InterruptedException {
    return verify(model, bundle, this::hash);
  }

  OmsVerification verify(Path model, Path bundle, Hashing hashing)
      throws IOException, InterruptedException {
    try {
      return verify(model, bundle, BundleFile.read(bundle), hashing);
    } catch (MalformedBundle wrong) {
      return malformed(wrong.getMessage());
    }
  }

  private OmsVerification verify(Path model, Path file, Bundle bundle, Hashing hashing)
      throws IOException, InterruptedException {
    Verification signature = Verifier.of(policy).withHistoricalOms().verify(bundle, purpose);
    if (signature instanceof Verification.Refused refused) {
      return Refused.of(refused.reason(), refused.detail(), refused.next());
    }
    Verification.Admitted admitted = (Verification.Admitted) signature;
    ManifestReader reader = new ManifestReader(admitted.statement());
    try {
      return new SignedModel(admitted, reader.read(), reader.notes())
          .judge(model, file, scope, hashing);
    } catch (MalformedOms wrong) {
      return malformed(wrong.sentence());
    }
  }

  private List<HashedFile> hash(List<FileToHash> files, Serialization how)
      throws IOException, InterruptedException {
    FileHasher whole = FileHasher.of(how.algorithm()).reporting(progress);
    return (how.shardSize().isPresent() ? whole.shards(how.shardSize().getAsLong()) : whole)
        .hash(files);
  }

  private static Refused malformed(String detail) {
    return Refused.of(
        Reason.MALFORMED, detail, "Have the model signed again by whoever signed it.");
  }
}
