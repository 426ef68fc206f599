package dev.countersign.guard.profile;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.guard.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A signed profile that was verified.
 *
 * @param profile what it says
 * @param digest SHA-256 of the signed bytes, in lower-case hexadecimal: what a heartbeat names
 * @param by whose word it is
 */
public record ProfileFile(GuardProfile profile, String digest, String by) {
  /** More than any profile has: 64 MiB. */
  public static final int MOST_BYTES = 64 << 20;

  /** Who may make profiles. */
  public static final Set<Role> ROLES = Set.of(Role.CI, Role.ML_LEAD, Role.SECURITY_LEAD);

  /**
   * Reads and verifies a profile.
   *
   * @param file a Sigstore bundle, as {@code countersign guard} writes it
   * @param gate what it must be for
   * @param trust whose word counts; {@link TrustPolicy#keyFile} for one public key
   * @throws UnusableProfile if nobody signed it whose word counts, or it is for another gate
   * @throws IOException if it cannot be read
   */
  public static ProfileFile read(Path file, Gate gate, TrustPolicy trust)
      throws IOException, UnusableProfile {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(MOST_BYTES + 1), gate, trust, file.toString());
    }
  }

  /**
   * The same from memory.
   *
   * @param name how messages call it
   */
  public static ProfileFile read(byte[] bytes, Gate gate, TrustPolicy trust, String name)
      throws UnusableProfile {
    if (bytes.length > MOST_BYTES) {
      throw new UnusableProfile(
          "%s is larger than %,d bytes, which no profile is.".formatted(name, MOST_BYTES));
    }
    Purpose purpose =
        new Purpose(ROLES, Set.of(GuardProfile.TYPE), Optional.empty(), Instant.now());
    Verification verification = verify(bytes, trust, purpose, name);
    if (verification instanceof Verification.Refused refused) {
      throw new UnusableProfile(
          name + " proves nothing: " + refused.detail() + " " + refused.next());
    }
    Verification.Admitted admitted = (Verification.Admitted) verification;
    GuardProfile profile = GuardProfile.read(admitted.statement());
    if (profile.gate() != gate) {
      throw new UnusableProfile(
          "%s is for the %s, and the %s was to be made from it."
              .formatted(name, profile.gate().word(), gate.word()));
    }
    return new ProfileFile(profile, admitted.digest(), admitted.by().name());
  }

  private static Verification verify(byte[] bytes, TrustPolicy trust, Purpose purpose, String name)
      throws UnusableProfile {
    try {
      return Verifier.of(trust).verify(Bundle.parse(bytes), purpose);
    } catch (MalformedBundle wrong) {
      throw new UnusableProfile(
          "%s is no signed profile: %s Sign it with countersign guard … --key KEY."
              .formatted(name, wrong.getMessage()));
    }
  }

  /**
   * The same, for a model of which this is a file.
   *
   * @param sha256 of a file of the model that is served, in lower-case hexadecimal
   * @throws UnusableProfile if it was made for another one
   */
  public ProfileFile forModel(String sha256) throws UnusableProfile {
    if (profile.isFor(sha256)) {
      return this;
    }
    throw new UnusableProfile(
        "The profile was made for another model: the one that is served has the SHA-256 "
            + sha256
            + ". Fit a profile for it (countersign guard fit).");
  }
}
